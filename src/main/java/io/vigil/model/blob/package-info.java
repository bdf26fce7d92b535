/** A registry of models in a container of Azure Blob Storage. */
package io.vigil.model.blob;
