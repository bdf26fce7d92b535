package io.vigil.store.cosmos.server;

import java.util.List;

/** Finds out by method, path and headers what a request asks for. */
final class Routes {
  private final String endpoint;
  private final Account account;
  private final Resources resources;
  private final ItemRoutes items;

  Routes(String endpoint, Account account, Resources resources, ItemRoutes items) {
    this.endpoint = endpoint;
    this.account = account;
    this.resources = resources;
    this.items = items;
  }

  Action route(Request request) {
    List<String> path = request.path();
    if (path.isEmpty() && request.method().equals("GET")) {
      return Action.of(RequestKind.ACCOUNT, () -> Reply.of(200, Account.describe(endpoint)));
    }
    String root = path.isEmpty() ? "" : path.get(0);
    if (root.equals("offers")) {
      return resources.offers(request);
    }
    if (root.equals("dbs")) {
      if (path.size() <= 2) {
        return resources.databases(request);
      }
      if (path.get(2).equals("colls")) {
        return inContainers(request, path);
      }
    }
    throw notServed(request);
  }

  private Action inContainers(Request request, List<String> path) {
    Database database =
        account
            .database(path.get(1))
            .orElseThrow(() -> Refused.ownerNotFound("database " + path.get(1)));
    if (path.size() <= 4) {
      return resources.containers(request, database);
    }
    DocumentContainer container =
        database
            .container(path.get(3))
            .orElseThrow(() -> Refused.ownerNotFound("container " + path.get(3)));
    request
        .header("x-ms-cosmos-intended-collection-rid")
        .filter(rid -> !rid.equals(container.rid()))
        .ifPresent(
            rid -> {
              throw new Refused(400, 1024, "The container " + rid + " was made anew");
            });
    if (path.get(4).equals("pkranges") && path.size() == 5) {
      return resources.ranges(request, container);
    }
    if (path.get(4).equals("docs") && path.size() <= 6) {
      return items.route(request, container);
    }
    throw notServed(request);
  }

  static Refused notServed(Request request) {
    return Refused.badRequest(request.method() + " " + request.rawPath() + " is not served here");
  }
}
