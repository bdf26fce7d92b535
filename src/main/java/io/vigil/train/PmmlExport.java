package io.vigil.train;

import io.vigil.model.FlatTree;
import io.vigil.model.Manifest;
import io.vigil.model.ModelArtifact;
import jakarta.xml.bind.JAXBException;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.dmg.pmml.Application;
import org.dmg.pmml.DataDictionary;
import org.dmg.pmml.DataField;
import org.dmg.pmml.DataType;
import org.dmg.pmml.Header;
import org.dmg.pmml.MiningField;
import org.dmg.pmml.MiningFunction;
import org.dmg.pmml.MiningSchema;
import org.dmg.pmml.OpType;
import org.dmg.pmml.Output;
import org.dmg.pmml.OutputField;
import org.dmg.pmml.PMML;
import org.dmg.pmml.ResultFeature;
import org.dmg.pmml.True;
import org.dmg.pmml.Value;
import org.dmg.pmml.mining.MiningModel;
import org.dmg.pmml.mining.Segment;
import org.dmg.pmml.mining.Segmentation;
import org.jpmml.model.JAXBSerializer;

/**
 * A model as PMML 4.4, for tools that read it: the forest that says how probable each class is
 * given the features of one window. The features themselves and the smoothing over neighbouring
 * windows are not part of it.
 */
public final class PmmlExport {
  private static final String CLASS = "activity";

  /** The bytes of the document, UTF-8. */
  public static byte[] of(ModelArtifact artifact) {
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      new JAXBSerializer().serialize(document(artifact), bytes);
      return bytes.toByteArray();
    } catch (JAXBException | java.io.IOException e) {
      throw new IllegalStateException(
          "A forest is plain numbers, and fits " + artifact.id().reference(), e);
    }
  }

  private static PMML document(ModelArtifact artifact) {
    Manifest manifest = artifact.manifest();
    List<String> features = manifest.featureSchema().names();
    Header header =
        new Header()
            .setApplication(new Application("Vigil"))
            .setDescription(
                "Model %s, sha256 %s. One window; without the smoothing over neighbouring windows."
                    .formatted(artifact.id().reference(), artifact.id().sha256()));
    return new PMML("4.4", header, dictionary(features, manifest.classes()))
        .addModels(forest(artifact, features, manifest.classes()));
  }

  private static DataDictionary dictionary(List<String> features, List<String> classes) {
    DataField answer = new DataField(CLASS, OpType.CATEGORICAL, DataType.STRING);
    classes.forEach(name -> answer.addValues(new Value(name)));
    DataDictionary dictionary = new DataDictionary().addDataFields(answer);
    features.forEach(
        name -> dictionary.addDataFields(new DataField(name, OpType.CONTINUOUS, DataType.DOUBLE)));
    return dictionary;
  }

  private static MiningModel forest(
      ModelArtifact artifact, List<String> features, List<String> classes) {
    MiningSchema schema =
        new MiningSchema()
            .addMiningFields(new MiningField(CLASS).setUsageType(MiningField.UsageType.TARGET));
    features.forEach(name -> schema.addMiningFields(new MiningField(name)));
    Segmentation trees = new Segmentation(Segmentation.MultipleModelMethod.WEIGHTED_AVERAGE, null);
    for (FlatTree tree : artifact.forest().trees()) {
      trees.addSegments(
          new Segment(True.INSTANCE, new PmmlTree(tree, features, classes).model())
              .setWeight(tree.weight()));
    }
    Output output = new Output();
    for (String name : classes) {
      output.addOutputFields(
          new OutputField("probability(" + name + ")", OpType.CONTINUOUS, DataType.DOUBLE)
              .setResultFeature(ResultFeature.PROBABILITY)
              .setValue(name));
    }
    MiningModel model =
        new MiningModel(MiningFunction.CLASSIFICATION, schema).setSegmentation(trees);
    model.setOutput(output);
    return model;
  }

  private PmmlExport() {}
}
