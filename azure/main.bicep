// What Vigil needs in Azure, without keys: everybody signs in as themselves and may do what stands here. It was never
// compiled or deployed where it is tested: docs/kubernetes.md says what of it is checked.
targetScope = 'resourceGroup'

@description('Part of every name; also the overlay in k8s/overlays.')
@allowed(['dev', 'prod'])
param stage string

@description('Where everything stands: the data of people must not leave it.')
param location string = resourceGroup().location

@description('The issuer of the AKS cluster: az aks show --query oidcIssuerProfile.issuerUrl')
param clusterIssuer string

@description('The namespace in Kubernetes, as in the overlay.')
param kubernetesNamespace string

@description('Partitions of the hub of samples; cannot be lowered, and bounds how many tasks read at once.')
@minValue(1)
@maxValue(32)
param sensorPartitions int = 16

@description('Throughput units that are always there. One takes 1,000 messages a second: docs/cost.md.')
@minValue(1)
@maxValue(40)
param throughputUnits int = 1

@description('To how many throughput units it grows by itself.')
@minValue(1)
@maxValue(40)
param mostThroughputUnits int = 4

@description('The most request units a second of the database; it scales between a tenth and all of it.')
@minValue(1000)
param mostRequestUnits int = 1000

@description('Seconds that activities stay after their last write; -1 for ever.')
param activitiesKeptSeconds int = -1

@description('Seconds that dead letters stay.')
param deadLettersKeptSeconds int = 2592000

@description('Seconds that windows put up for review stay.')
param reviewsKeptSeconds int = 7776000

var suffix = stage

// --- who ---

// Each pod's service account, federated with an identity of its own.
var accounts = ['vigil-job', 'vigil-feed', 'vigil-training', 'vigil-erasure']

resource identities 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = [for account in accounts: {
  name: '${account}-${suffix}'
  location: location
}]

resource federations 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials@2023-01-31' = [for (account, i) in accounts: {
  parent: identities[i]
  name: 'kubernetes'
  properties: {
    issuer: clusterIssuer
    subject: 'system:serviceaccount:${kubernetesNamespace}:${account}'
    audiences: ['api://AzureADTokenExchange']
  }
}]

// The identity of the node pool, for Flink's files: assign it to the pool's scale set.
resource nodes 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: 'vigil-nodes-${suffix}'
  location: location
}

var job = identities[0].properties.principalId
var feed = identities[1].properties.principalId
var training = identities[2].properties.principalId
var erasure = identities[3].properties.principalId

// --- Event Hubs ---

resource eventHubs 'Microsoft.EventHub/namespaces@2024-01-01' = {
  name: 'vigil-${suffix}'
  location: location
  sku: { name: 'Standard', tier: 'Standard', capacity: throughputUnits }
  properties: {
    disableLocalAuth: false // Sensors sign in by a key of their own that may only send; see docs/kubernetes.md.
    isAutoInflateEnabled: true
    maximumThroughputUnits: mostThroughputUnits
    minimumTlsVersion: '1.2'
  }
}

resource sensors 'Microsoft.EventHub/namespaces/eventhubs@2024-01-01' = {
  parent: eventHubs
  name: 'sensors'
  properties: {
    partitionCount: sensorPartitions
    // The longest that Standard allows: how long the job may stand still and miss nothing.
    retentionDescription: { cleanupPolicy: 'Delete', retentionTimeInHours: 168 }
  }
}

// Answers are few, and their order for each alert matters.
resource commands 'Microsoft.EventHub/namespaces/eventhubs@2024-01-01' = {
  parent: eventHubs
  name: 'commands'
  properties: {
    partitionCount: 4
    retentionDescription: { cleanupPolicy: 'Delete', retentionTimeInHours: 168 }
  }
}

resource sensorsGroup 'Microsoft.EventHub/namespaces/eventhubs/consumergroups@2024-01-01' = {
  parent: sensors
  name: 'vigil'
}

resource commandsGroup 'Microsoft.EventHub/namespaces/eventhubs/consumergroups@2024-01-01' = {
  parent: commands
  name: 'vigil'
}

// Azure Event Hubs Data Receiver
var receiverRole = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'a638d3c7-ab3a-418d-83e6-5f17a39d4fde')
// Azure Event Hubs Data Sender
var senderRole = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '2b629674-e913-4c01-ae53-ef4638d8f975')

resource jobReadsSensors 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: sensors
  name: guid(sensors.id, 'vigil-job', receiverRole)
  properties: { principalId: job, principalType: 'ServicePrincipal', roleDefinitionId: receiverRole }
}

resource jobReadsCommands 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: commands
  name: guid(commands.id, 'vigil-job', receiverRole)
  properties: { principalId: job, principalType: 'ServicePrincipal', roleDefinitionId: receiverRole }
}

resource feedSendsCommands 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: commands
  name: guid(commands.id, 'vigil-feed', senderRole)
  properties: { principalId: feed, principalType: 'ServicePrincipal', roleDefinitionId: senderRole }
}

// --- Cosmos DB ---

resource cosmos 'Microsoft.DocumentDB/databaseAccounts@2024-05-15' = {
  name: 'vigil-${suffix}'
  location: location
  kind: 'GlobalDocumentDB'
  properties: {
    databaseAccountOfferType: 'Standard'
    // Nobody has a key, so nobody can lose one.
    disableLocalAuth: true
    minimalTlsVersion: 'Tls12'
    consistencyPolicy: { defaultConsistencyLevel: 'Session' }
    locations: [{ locationName: location, failoverPriority: 0, isZoneRedundant: stage == 'prod' }]
    backupPolicy: { type: 'Continuous', continuousModeProperties: { tier: 'Continuous7Days' } }
  }
}

resource database 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases@2024-05-15' = {
  parent: cosmos
  name: 'vigil'
  properties: {
    resource: { id: 'vigil' }
    options: { autoscaleSettings: { maxThroughput: mostRequestUnits } }
  }
}

// As io.vigil.store.Container has them. Only what is asked for is indexed: each further path costs with every write.
var containers = [
  { name: 'activities', key: ['/participantId', '/day'], indexed: ['/participantId', '/day'], ttl: activitiesKeptSeconds }
  { name: 'alerts', key: ['/participantId'], indexed: ['/participantId'], ttl: -1 }
  { name: 'commands', key: ['/participantId'], indexed: ['/participantId'], ttl: -1 }
  { name: 'answers', key: ['/participantId'], indexed: ['/participantId'], ttl: -1 }
  { name: 'rules', key: ['/id'], indexed: ['/id', '/participantId'], ttl: -1 }
  { name: 'heartbeats', key: ['/id'], indexed: ['/id', '/participantId'], ttl: -1 }
  { name: 'predictions', key: ['/participantId', '/day'], indexed: ['/participantId', '/day'], ttl: activitiesKeptSeconds }
  { name: 'reviews', key: ['/participantId', '/day'], indexed: ['/participantId', '/day'], ttl: reviewsKeptSeconds }
  { name: 'labels', key: ['/participantId'], indexed: ['/participantId'], ttl: -1 }
  { name: 'health', key: ['/day'], indexed: ['/day', '/participantId'], ttl: -1 }
  { name: 'deadletters', key: ['/source'], indexed: ['/source', '/participantId'], ttl: deadLettersKeptSeconds }
  { name: 'erasures', key: ['/id'], indexed: ['/id', '/participantId'], ttl: -1 }
]

resource cosmosContainers 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers@2024-05-15' = [for container in containers: {
  parent: database
  name: container.name
  properties: {
    resource: {
      id: container.name
      partitionKey: { paths: container.key, kind: length(container.key) > 1 ? 'MultiHash' : 'Hash', version: 2 }
      indexingPolicy: {
        indexingMode: 'consistent'
        automatic: true
        includedPaths: map(container.indexed, path => { path: '${path}/?' })
        excludedPaths: [{ path: '/*' }]
      }
      defaultTtl: container.ttl
    }
  }
}]

// Cosmos DB's own roles: Cosmos DB Built-in Data Contributor, Cosmos DB Built-in Data Reader.
var contributes = '${cosmos.id}/sqlRoleDefinitions/00000000-0000-0000-0000-000000000002'
var reads = '${cosmos.id}/sqlRoleDefinitions/00000000-0000-0000-0000-000000000001'

resource jobWritesDocuments 'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments@2024-05-15' = {
  parent: cosmos
  name: guid(cosmos.id, 'vigil-job', contributes)
  properties: { principalId: job, roleDefinitionId: contributes, scope: '${cosmos.id}/dbs/vigil' }
  dependsOn: [database]
}

resource feedReadsDocuments 'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments@2024-05-15' = {
  parent: cosmos
  name: guid(cosmos.id, 'vigil-feed', reads)
  properties: { principalId: feed, roleDefinitionId: reads, scope: '${cosmos.id}/dbs/vigil' }
  dependsOn: [database]
}

// What reviewers answer.
resource feedWritesLabels 'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments@2024-05-15' = {
  parent: cosmos
  name: guid(cosmos.id, 'vigil-feed-labels', contributes)
  properties: { principalId: feed, roleDefinitionId: contributes, scope: '${cosmos.id}/dbs/vigil/colls/labels' }
  dependsOn: [cosmosContainers]
}

resource trainingReadsDocuments 'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments@2024-05-15' = {
  parent: cosmos
  name: guid(cosmos.id, 'vigil-training', reads)
  properties: { principalId: training, roleDefinitionId: reads, scope: '${cosmos.id}/dbs/vigil' }
  dependsOn: [database]
}

// Whoever erases a person finds and deletes what is theirs in every container, and writes nothing there.
var erasesDocumentsActions = [
  'Microsoft.DocumentDB/databaseAccounts/readMetadata'
  'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers/executeQuery'
  'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers/items/read'
  'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers/items/delete'
]

resource erasesDocuments 'Microsoft.DocumentDB/databaseAccounts/sqlRoleDefinitions@2024-05-15' = {
  parent: cosmos
  name: guid(cosmos.id, 'erases-documents')
  properties: {
    roleName: 'Vigil erases documents'
    type: 'CustomRole'
    assignableScopes: [cosmos.id]
    permissions: [{ dataActions: erasesDocumentsActions }]
  }
}

resource erasureDeletesDocuments 'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments@2024-05-15' = {
  parent: cosmos
  name: guid(cosmos.id, 'vigil-erasure', 'erases-documents')
  properties: { principalId: erasure, roleDefinitionId: erasesDocuments.id, scope: '${cosmos.id}/dbs/vigil' }
  dependsOn: [database]
}

// Orders and receipts.
resource erasureWritesReceipts 'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments@2024-05-15' = {
  parent: cosmos
  name: guid(cosmos.id, 'vigil-erasure-receipts', contributes)
  properties: { principalId: erasure, roleDefinitionId: contributes, scope: '${cosmos.id}/dbs/vigil/colls/erasures' }
  dependsOn: [cosmosContainers]
}

// --- storage ---

resource storage 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: 'vigil${suffix}'
  location: location
  kind: 'StorageV2'
  sku: { name: stage == 'prod' ? 'Standard_ZRS' : 'Standard_LRS' }
  properties: {
    isHnsEnabled: true
    allowBlobPublicAccess: false
    allowSharedKeyAccess: false
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2023-05-01' = {
  parent: storage
  name: 'default'
}

resource checkpoints 'Microsoft.Storage/storageAccounts/blobServices/containers@2023-05-01' = {
  parent: blobs
  name: 'checkpoints'
}

resource lake 'Microsoft.Storage/storageAccounts/blobServices/containers@2023-05-01' = {
  parent: blobs
  name: 'lake'
}

resource models 'Microsoft.Storage/storageAccounts/blobServices/containers@2023-05-01' = {
  parent: blobs
  name: 'models'
}

// Storage Blob Data Contributor
var writesBlobsRole = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'ba92f5b4-2d11-453d-a403-e96b0029c9fe')
// Storage Blob Data Reader
var readsBlobsRole = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1')

resource nodesWriteCheckpoints 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: checkpoints
  name: guid(checkpoints.id, 'vigil-nodes', writesBlobsRole)
  properties: { principalId: nodes.properties.principalId, principalType: 'ServicePrincipal', roleDefinitionId: writesBlobsRole }
}

resource nodesWriteLake 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: lake
  name: guid(lake.id, 'vigil-nodes', writesBlobsRole)
  properties: { principalId: nodes.properties.principalId, principalType: 'ServicePrincipal', roleDefinitionId: writesBlobsRole }
}

resource jobReadsModels 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: models
  name: guid(models.id, 'vigil-job', readsBlobsRole)
  properties: { principalId: job, principalType: 'ServicePrincipal', roleDefinitionId: readsBlobsRole }
}

resource feedReadsModels 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: models
  name: guid(models.id, 'vigil-feed', readsBlobsRole)
  properties: { principalId: feed, principalType: 'ServicePrincipal', roleDefinitionId: readsBlobsRole }
}

resource trainingWritesModels 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: models
  name: guid(models.id, 'vigil-training', writesBlobsRole)
  properties: { principalId: training, principalType: 'ServicePrincipal', roleDefinitionId: writesBlobsRole }
}

// Whoever erases a person finds and deletes files. Azure's own roles that may delete may also write, and delete whole containers.
var erasesBlobsActions = [
  'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read'
  'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/delete'
]

resource erasesBlobs 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: guid(resourceGroup().id, 'erases-blobs', suffix)
  properties: {
    roleName: 'Vigil erases files (${suffix})'
    type: 'CustomRole'
    assignableScopes: [resourceGroup().id]
    permissions: [{ actions: [], dataActions: erasesBlobsActions }]
  }
}

// In models also the history is written anew, without the person's name.
var erasesModelsActions = concat(erasesBlobsActions, [
  'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/write'
])

resource erasesModels 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: guid(resourceGroup().id, 'erases-models', suffix)
  properties: {
    roleName: 'Vigil erases models (${suffix})'
    type: 'CustomRole'
    assignableScopes: [resourceGroup().id]
    permissions: [{ actions: [], dataActions: erasesModelsActions }]
  }
}

resource erasureDeletesLake 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: lake
  name: guid(lake.id, 'vigil-erasure', 'erases-blobs')
  properties: { principalId: erasure, principalType: 'ServicePrincipal', roleDefinitionId: erasesBlobs.id }
}

resource erasureDeletesModels 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: models
  name: guid(models.id, 'vigil-erasure', 'erases-models')
  properties: { principalId: erasure, principalType: 'ServicePrincipal', roleDefinitionId: erasesModels.id }
}

// --- Key Vault ---

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: 'vigil-${suffix}'
  location: location
  properties: {
    tenantId: subscription().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    // Without the key of pseudonyms everybody is somebody else.
    enablePurgeProtection: true
  }
}

// Key Vault Secrets User
var readsSecretsRole = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '4633458b-17de-408a-b874-0445c86b69e6')

resource jobReadsSecrets 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault
  name: guid(vault.id, 'vigil-job', readsSecretsRole)
  properties: { principalId: job, principalType: 'ServicePrincipal', roleDefinitionId: readsSecretsRole }
}

resource feedReadsSecrets 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault
  name: guid(vault.id, 'vigil-feed', readsSecretsRole)
  properties: { principalId: feed, principalType: 'ServicePrincipal', roleDefinitionId: readsSecretsRole }
}

resource erasureReadsSecrets 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault
  name: guid(vault.id, 'vigil-erasure', readsSecretsRole)
  properties: { principalId: erasure, principalType: 'ServicePrincipal', roleDefinitionId: readsSecretsRole }
}

// --- for place.env of the overlay; there is no secret among it ---

output EVENTHUBS_NAMESPACE string = '${eventHubs.name}.servicebus.windows.net'
output COSMOS_ENDPOINT string = cosmos.properties.documentEndpoint
output MODEL_REGISTRY string = '${storage.properties.primaryEndpoints.blob}models'
output LAKE string = 'abfss://lake@${storage.name}.dfs.${az.environment().suffixes.storage}/vigil'
output FLINK_HA string = 'abfss://checkpoints@${storage.name}.dfs.${az.environment().suffixes.storage}/ha'
output FLINK_CHECKPOINTS string = 'abfss://checkpoints@${storage.name}.dfs.${az.environment().suffixes.storage}/checkpoints'
output FLINK_SAVEPOINTS string = 'abfss://checkpoints@${storage.name}.dfs.${az.environment().suffixes.storage}/savepoints'
output KEY_VAULT string = vault.name
output TENANT_ID string = subscription().tenantId
output NODES_CLIENT_ID string = nodes.properties.clientId
output JOB_CLIENT_ID string = identities[0].properties.clientId
output FEED_CLIENT_ID string = identities[1].properties.clientId
output TRAINING_CLIENT_ID string = identities[2].properties.clientId
output ERASURE_CLIENT_ID string = identities[3].properties.clientId
