// Asks the tests' own Cosmos DB server what Microsoft's JavaScript client can ask, a case a line:
// "ok NAME", or "failed NAME: why". Run with: node cases.mjs ENDPOINT KEY
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { join } from "node:path";

// The packages lie where the test installed them, not beside this file.
const { CosmosClient } = createRequire(join(process.cwd(), "here.js"))("@azure/cosmos");

const [endpoint, key] = process.argv.slice(2);
const client = new CosmosClient({ endpoint, key });
const { database } = await client.databases.createIfNotExists({ id: "javascript" });
const { container } = await database.containers.createIfNotExists({
  id: "people",
  partitionKey: { paths: ["/who"], version: 2 },
  throughput: 700,
  indexingPolicy: {
    includedPaths: [{ path: "/*" }],
    compositeIndexes: [
      [
        { path: "/who", order: "descending" },
        { path: "/n", order: "ascending" },
      ],
    ],
  },
});
const { container: days } = await database.containers.createIfNotExists({
  id: "days",
  partitionKey: { paths: ["/who", "/day"], version: 2, kind: "MultiHash" },
});

const status = async (work) => {
  try {
    const done = await work();
    return done.statusCode ?? 200;
  } catch (refused) {
    return refused.code;
  }
};
const numbers = async (query, options) =>
  (await container.items.query(query, options).fetchAll()).resources.map((one) => one.n ?? one);
const upTo = (count) => [...Array(count).keys()];

const cases = {
  async "create, read, replace and delete"() {
    const { resource, etag } = await container.items.create({ id: "a", who: "anna", n: 1 });
    assert.equal(resource._etag, etag);
    assert.equal((await container.item("a", "anna").read()).resource.n, 1);
    await container.item("a", "anna").replace({ id: "a", who: "anna", n: 2 });
    assert.equal((await container.item("a", "anna").read()).resource.n, 2);
    assert.equal((await container.items.upsert({ id: "a", who: "anna", n: 3 })).statusCode, 200);
    assert.equal((await container.item("a", "anna").delete()).statusCode, 204);
  },
  async "what is missing is 404, what is there 409"() {
    assert.equal((await container.item("none", "anna").read()).statusCode, 404);
    await container.items.create({ id: "twice", who: "anna" });
    assert.equal(await status(() => container.items.create({ id: "twice", who: "anna" })), 409);
    assert.equal(await status(() => database.container("none").read()), 404);
    await container.item("twice", "anna").delete();
  },
  async "If-Match"() {
    const { etag } = await container.items.create({ id: "m", who: "anna", n: 1 });
    const ifMatch = { accessCondition: { type: "IfMatch", condition: etag } };
    const item = container.item("m", "anna");
    await item.replace({ id: "m", who: "anna", n: 2 }, ifMatch);
    assert.equal(await status(() => item.replace({ id: "m", who: "anna", n: 3 }, ifMatch)), 412);
    await item.delete();
  },
  async "patch, with and without a condition"() {
    await container.items.create({ id: "p", who: "anna", n: 1 });
    const item = container.item("p", "anna");
    const bare = await item.patch([{ op: "incr", path: "/n", value: 4 }]);
    assert.equal(bare.resource.n, 5);
    const set = [{ op: "set", path: "/n", value: 9 }];
    assert.equal(
      await status(() => item.patch({ condition: "from c where c.n < 5", operations: set })),
      412,
    );
    const done = await item.patch({ condition: "from c where c.n = 5", operations: set });
    assert.equal(done.resource.n, 9);
    await item.delete();
  },
  async "bulk of 50"() {
    const operations = upTo(50).map((n) => ({
      operationType: "Upsert",
      resourceBody: { id: `id${n}`, who: `who${n % 7}`, n },
    }));
    const results = await container.items.bulk(operations);
    assert.deepEqual(new Set(results.map((one) => one.statusCode)), new Set([201]));
    const again = await container.items.executeBulkOperations(
      operations.map((one) => ({ ...one, partitionKey: one.resourceBody.who })),
    );
    assert.deepEqual(new Set(again.map((one) => one.response.statusCode)), new Set([200]));
  },
  async "query with parameters"() {
    const query = {
      query: "SELECT * FROM c WHERE c.n >= @low AND c.n < @high AND IS_DEFINED(c.who)",
      parameters: [
        { name: "@low", value: 10 },
        { name: "@high", value: 14 },
      ],
    };
    assert.deepEqual((await numbers(query)).sort(), [10, 11, 12, 13]);
  },
  async "query of one partition key"() {
    const found = await numbers("SELECT * FROM c ORDER BY c.n DESC", { partitionKey: "who3" });
    assert.deepEqual(found, [45, 38, 31, 24, 17, 10, 3]);
  },
  async "ORDER BY across partitions"() {
    assert.deepEqual(await numbers("SELECT * FROM c ORDER BY c.n"), upTo(50));
    const two = await numbers("SELECT c.n FROM c ORDER BY c.who DESC, c.n ASC");
    assert.deepEqual(two.slice(0, 3), [6, 13, 20]);
  },
  async "TOP, OFFSET and LIMIT across partitions"() {
    assert.deepEqual(await numbers("SELECT TOP 3 * FROM c ORDER BY c.n DESC"), [49, 48, 47]);
    assert.deepEqual(await numbers("SELECT * FROM c ORDER BY c.n OFFSET 20 LIMIT 2"), [20, 21]);
  },
  async "COUNT across partitions"() {
    assert.deepEqual(await numbers("SELECT VALUE COUNT(1) FROM c"), [50]);
    assert.deepEqual(await numbers("SELECT VALUE COUNT(1) FROM c WHERE c.n < 10"), [10]);
  },
  async "MIN, MAX and SUM across partitions"() {
    assert.deepEqual(await numbers("SELECT VALUE MIN(c.n) FROM c"), [0]);
    assert.deepEqual(await numbers("SELECT VALUE MAX(c.n) FROM c"), [49]);
    assert.deepEqual(await numbers("SELECT VALUE SUM(c.n) FROM c"), [1225]);
  },
  async "paging"() {
    const seen = [];
    const pages = container.items.query("SELECT * FROM c", { maxItemCount: 7 });
    while (pages.hasMoreResults()) {
      const { resources } = await pages.fetchNext();
      assert.ok((resources ?? []).length <= 7);
      seen.push(...(resources ?? []).map((one) => one.n));
    }
    assert.deepEqual(seen.sort((a, b) => a - b), upTo(50));
  },
  async "everything, by the feed"() {
    assert.equal((await container.items.readAll().fetchAll()).resources.length, 50);
  },
  async "a batch is all or nothing"() {
    const good = [
      { operationType: "Create", resourceBody: { id: "b1", who: "bert", n: 1 } },
      { operationType: "Create", resourceBody: { id: "b2", who: "bert", n: 2 } },
    ];
    const done = await container.items.batch(good, "bert");
    assert.deepEqual(done.result.map((one) => one.statusCode), [201, 201]);
    const bad = [{ operationType: "Delete", id: "b1" }, good[1]];
    const refused = await container.items.batch(bad, "bert");
    assert.deepEqual(refused.result.map((one) => one.statusCode), [424, 409]);
    assert.equal((await container.item("b1", "bert").read()).statusCode, 200);
    await container.item("b1", "bert").delete();
    await container.item("b2", "bert").delete();
  },
  async "hierarchical keys, in full and in part"() {
    for (const n of upTo(12)) {
      await days.items.create({ id: "x", who: `who${n % 2}`, day: `day${n}`, n });
    }
    assert.equal((await days.item("x", ["who1", "day5"]).read()).resource.n, 5);
    const part = await days.items
      .query("SELECT * FROM c ORDER BY c.n", { partitionKey: ["who1"] })
      .fetchAll();
    assert.deepEqual(part.resources.map((one) => one.n), [1, 3, 5, 7, 9, 11]);
  },
  async "change feed with continuation"() {
    const read = async (options) => {
      const seen = [];
      const feed = container.items.getChangeFeedIterator({ maxItemCount: 5, ...options });
      let continuation;
      let still = 0;
      // Each range in turn says that it has nothing new; six times in a row, and all of five have.
      while (still < 6) {
        const page = await feed.readNext();
        still = page.statusCode === 304 ? still + 1 : 0;
        seen.push(...page.result.map((one) => one.n));
        continuation = page.continuationToken;
      }
      return { seen, continuation };
    };
    const { ChangeFeedStartFrom } = createRequire(join(process.cwd(), "here.js"))("@azure/cosmos");
    const all = await read({ changeFeedStartFrom: ChangeFeedStartFrom.Beginning() });
    assert.deepEqual(all.seen.sort((a, b) => a - b), upTo(50));
    await container.items.upsert({ id: "id7", who: "who0", n: 7, again: true });
    const { continuation } = all;
    const next = await read({ changeFeedStartFrom: ChangeFeedStartFrom.Continuation(continuation) });
    assert.deepEqual(next.seen, [7]);
  },
  async "throughput"() {
    const { resource } = await container.readOffer();
    assert.equal(resource.content.offerThroughput, 700);
    resource.content.offerThroughput = 900;
    await client.offer(resource.id).replace(resource);
    assert.equal((await container.readOffer()).resource.content.offerThroughput, 900);
  },
};

for (const [name, run] of Object.entries(cases)) {
  try {
    await run();
    console.log(`ok ${name}`);
  } catch (why) {
    console.log(`failed ${name}: ${String(why.stack ?? why).replace(/\s*\n\s*/g, " | ").slice(0, 600)}`);
  }
}
client.dispose();
