package io.vigil.feed.people;

/** The reference page of the directory, made from the table so that it cannot be wrong. */
final class DirectoryPage {

  static String markdown() {
    return """
        # The directory

        Stores, messages and logs know people by pseudonyms. What they are called, and whose they are, stands in one
        file that only the feed reads; `feed.directory` names it:

        ```yaml
        people:
          anna:
            name: Anna Karlsson
            caregivers: [8f14e45f, c9f0f895]
            phone: +46 8 123 456
        ```

        A person stands under their id, as sensors send it. Where `pseudonyms.key` is set the feed brings the id to the
        pseudonym with the same key; a pseudonym (`p-` and 26 characters) may stand there itself. Where it is not set,
        stores hold the ids. An id with a dot cannot stand in the file: write its pseudonym.

        The file is looked at every 2 seconds. One with a fault is refused with the line of each, and the directory in
        force stays; so is an empty one. Write a new file and rename it to this one, so that none is seen half. Whoever is taken out of `caregivers` sees the person no longer, signed in or not.

        This page is made from the code.

        """
        + DirectoryTable.TABLE.rows();
  }

  private DirectoryPage() {}
}
