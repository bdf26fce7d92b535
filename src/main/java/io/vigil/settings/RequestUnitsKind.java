package io.vigil.settings;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How request units are bought, in Cosmos DB's steps. */
record RequestUnitsKind() implements Kind<RequestUnits> {
  private static final Pattern FORM = Pattern.compile("(manual|autoscale)\\s+(\\d{3,7})");

  @Override
  public Class<RequestUnits> type() {
    return RequestUnits.class;
  }

  @Override
  public String allowed() {
    return "serverless, manual N (400 or more, in steps of 100) or autoscale N (1000 or more, in steps of 1000)";
  }

  @Override
  public RequestUnits read(String text) throws RefusedValue {
    if (text.equals("serverless")) {
      return new RequestUnits("serverless", 0);
    }
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new RefusedValue("is no way to buy request units");
    }
    int units = Integer.parseInt(form.group(2));
    boolean manual = form.group(1).equals("manual");
    if (manual ? units < 400 || units % 100 != 0 : units < 1000 || units % 1000 != 0) {
      throw new RefusedValue("is none of the steps");
    }
    return new RequestUnits(form.group(1), units);
  }
}
