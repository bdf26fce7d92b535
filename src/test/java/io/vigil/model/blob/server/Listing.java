package io.vigil.model.blob.server;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;

/** The names of blobs, a page at a time; pages are short, so that readers meet several. */
final class Listing {
  private static final int PAGE = 3;

  static Answer of(NavigableMap<String, byte[]> blobs, URI uri) {
    Map<String, String> query = query(uri);
    if (!"list".equals(query.get("comp"))) {
      return Answer.error(400, "InvalidQueryParameterValue");
    }
    String prefix = query.getOrDefault("prefix", "");
    List<String> names =
        blobs.tailMap(query.getOrDefault("marker", ""), true).keySet().stream()
            .filter(name -> name.startsWith(prefix))
            .limit(PAGE + 1)
            .toList();
    StringBuilder xml =
        new StringBuilder(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?><EnumerationResults><Prefix>%s</Prefix><Blobs>"
                .formatted(prefix));
    names.stream()
        .limit(PAGE)
        .forEach(
            name ->
                xml.append(
                    "<Blob><Name>%s</Name><Properties><Content-Length>%d</Content-Length><BlobType>BlockBlob</BlobType></Properties></Blob>"
                        .formatted(name, blobs.get(name).length)));
    xml.append(
        "</Blobs><NextMarker>%s</NextMarker></EnumerationResults>"
            .formatted(names.size() > PAGE ? names.get(PAGE) : ""));
    return Answer.xml(xml.toString());
  }

  static Map<String, String> query(URI uri) {
    Map<String, String> query = new HashMap<>();
    for (String pair : (uri.getRawQuery() == null ? "" : uri.getRawQuery()).split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        query.put(
            pair.substring(0, equals),
            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return query;
  }

  private Listing() {}
}
