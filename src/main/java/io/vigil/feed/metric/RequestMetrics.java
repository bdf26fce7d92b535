package io.vigil.feed.metric;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.vigil.feed.web.FeedModule;
import io.vigil.metric.FeedMetric;

/** Measures requests. To be registered before everything else, so that refusals count too. */
public final class RequestMetrics implements FeedModule {
  private static final String BEGAN = "vigil.began";
  private static final double NANOS = 1e9;

  private final Histogram seconds;
  private final Counter refused;

  public RequestMetrics(FeedMetrics metrics) {
    this.seconds = metrics.seconds(FeedMetric.REQUESTS);
    this.refused = metrics.counter(FeedMetric.SIGN_INS_REFUSED);
    // From the start, so that the first one is a rise.
    refused.labelValues("401");
    refused.labelValues("403");
  }

  @Override
  public void register(JavalinConfig config) {
    config.routes.before(context -> context.attribute(BEGAN, System.nanoTime()));
    config.routes.after(this::count);
  }

  private void count(Context context) {
    int status = context.statusCode();
    if (status == 401 || status == 403) {
      refused.labelValues(String.valueOf(status)).inc();
    }
    Long began = context.attribute(BEGAN);
    // A stream is answered for as long as somebody listens.
    if (began != null && !context.req().isAsyncStarted()) {
      seconds
          .labelValues(route(context), String.valueOf(status))
          .observe((System.nanoTime() - began) / NANOS);
    }
  }

  /** Not the path: it names people, and anybody can think of new ones. */
  private static String route(Context context) {
    Endpoint endpoint = context.endpoints().matchedHttpEndpoint();
    return endpoint == null ? "" : endpoint.method + " " + endpoint.path;
  }
}
