import GRDB

/// The tables of a state, version by version.
///
/// A database says in `application_id` whose it is and in `user_version` which of these steps it has
/// gone. What the tables mean is told in the catalogue of LogPipeline, `State.md`.
enum Schema {
  /// "MFAs" in ASCII, so that `file(1)` and others can tell it from other databases.
  static let applicationID: Int32 = 0x4D46_4173

  /// The version that this program writes.
  static var version: Int { steps.count }

  /// Each step takes a database from the version before to the next; a step is never changed.
  private static let steps: [String] = [
    """
    CREATE TABLE settings (name TEXT PRIMARY KEY, value) WITHOUT ROWID;

    CREATE TABLE tenants (id INTEGER PRIMARY KEY, name BLOB UNIQUE);
    CREATE TABLE codes (id INTEGER PRIMARY KEY, name BLOB, kind INTEGER NOT NULL, UNIQUE (name, kind));
    CREATE TABLE methods (id INTEGER PRIMARY KEY, name BLOB UNIQUE);
    INSERT INTO tenants VALUES (0, NULL);
    INSERT INTO codes VALUES (0, NULL, 0);
    INSERT INTO methods VALUES (0, NULL);

    CREATE TABLE totals (
      start INTEGER NOT NULL, kind INTEGER NOT NULL, tenant INTEGER NOT NULL REFERENCES tenants,
      records INTEGER NOT NULL,
      PRIMARY KEY (start, kind, tenant)
    ) WITHOUT ROWID;
    CREATE TABLE errors (
      start INTEGER NOT NULL, kind INTEGER NOT NULL, tenant INTEGER NOT NULL REFERENCES tenants,
      code INTEGER NOT NULL REFERENCES codes, method INTEGER NOT NULL REFERENCES methods,
      count INTEGER NOT NULL,
      first_second INTEGER, first_nanosecond INTEGER, last_second INTEGER, last_nanosecond INTEGER,
      users BLOB NOT NULL,
      PRIMARY KEY (start, kind, tenant, code, method)
    ) WITHOUT ROWID;
    CREATE TABLE requests (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE);
    CREATE TABLE user_counts (
      start INTEGER NOT NULL, request INTEGER NOT NULL REFERENCES requests,
      tenant INTEGER NOT NULL, code INTEGER NOT NULL, method INTEGER NOT NULL,
      user INTEGER NOT NULL, count INTEGER NOT NULL,
      PRIMARY KEY (start, request, tenant, code, method, user)
    ) WITHOUT ROWID;
    CREATE TABLE ledger (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;

    CREATE TABLE logs (path BLOB PRIMARY KEY) WITHOUT ROWID;
    CREATE TABLE positions (
      id INTEGER PRIMARY KEY, log BLOB NOT NULL, path BLOB NOT NULL,
      device INTEGER NOT NULL, inode INTEGER NOT NULL,
      offset INTEGER NOT NULL, lines INTEGER NOT NULL, head BLOB NOT NULL, tail BLOB NOT NULL,
      size INTEGER NOT NULL, packed_size INTEGER, packed_digest BLOB,
      state INTEGER NOT NULL, copy_of INTEGER, run INTEGER NOT NULL
    );

    CREATE TABLE alerts (
      subject TEXT NOT NULL, subject_rule TEXT, rule TEXT NOT NULL, state TEXT NOT NULL,
      severity INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL,
      quiet_from INTEGER NOT NULL, clears_at INTEGER NOT NULL,
      count INTEGER NOT NULL, users INTEGER, users_are_estimated INTEGER NOT NULL,
      peak_start INTEGER NOT NULL, peak_end INTEGER NOT NULL, peak_count INTEGER NOT NULL,
      peak_expected REAL, tenant_count INTEGER NOT NULL, tenant TEXT,
      told_at INTEGER NOT NULL, renotify_seconds INTEGER NOT NULL, told_severity INTEGER NOT NULL,
      told_provider_wide INTEGER NOT NULL, revision INTEGER NOT NULL
    );

    CREATE TABLE runs (
      id INTEGER PRIMARY KEY, now INTEGER NOT NULL, rules TEXT NOT NULL, status INTEGER NOT NULL,
      files INTEGER NOT NULL, bytes INTEGER NOT NULL, lines INTEGER NOT NULL,
      records INTEGER NOT NULL, errors INTEGER NOT NULL
    );

    CREATE VIEW counts AS
      SELECT datetime(e.start, 'unixepoch') AS window_start, CAST(t.name AS TEXT) AS tenant,
        CAST(c.name AS TEXT) AS code, CAST(m.name AS TEXT) AS method, e.count, n.records
      FROM errors AS e
        JOIN tenants AS t ON t.id = e.tenant
        JOIN codes AS c ON c.id = e.code
        JOIN methods AS m ON m.id = e.method
        JOIN totals AS n ON n.start = e.start AND n.kind = e.kind AND n.tenant = e.tenant
      WHERE e.kind = 0;
    """,
    // What lets a run judge only what may have changed.
    """
    CREATE TABLE stretches (start INTEGER PRIMARY KEY, end INTEGER NOT NULL);
    CREATE TABLE silenced (
      subject TEXT NOT NULL, subject_rule TEXT, start INTEGER NOT NULL, end INTEGER NOT NULL,
      clears_at INTEGER NOT NULL
    );
    CREATE TABLE spikes (
      start INTEGER NOT NULL, rule INTEGER NOT NULL, kind INTEGER NOT NULL, series TEXT NOT NULL,
      PRIMARY KEY (start, rule, kind, series)
    ) WITHOUT ROWID;

    CREATE TABLE named (
      kind INTEGER NOT NULL, tenant INTEGER NOT NULL, code INTEGER NOT NULL, method INTEGER NOT NULL,
      start INTEGER NOT NULL,
      PRIMARY KEY (kind, tenant, code, method)
    ) WITHOUT ROWID;
    INSERT INTO named SELECT kind, tenant, code, method, max(start) FROM errors
      WHERE kind < 2 AND length(users) > 0 GROUP BY kind, tenant, code, method;
    CREATE TRIGGER name_errors AFTER INSERT ON errors
      WHEN NEW.kind < 2 AND length(NEW.users) > 0 BEGIN
      INSERT INTO named VALUES (NEW.kind, NEW.tenant, NEW.code, NEW.method, NEW.start)
        ON CONFLICT DO UPDATE SET start = excluded.start WHERE excluded.start > start;
    END;
    """,
    // What tells how often a method was tried, for the nightly report; and the ids of --dedup.
    """
    CREATE TABLE attempts (
      start INTEGER NOT NULL, kind INTEGER NOT NULL, method INTEGER NOT NULL REFERENCES methods,
      records INTEGER NOT NULL,
      PRIMARY KEY (start, kind, method)
    ) WITHOUT ROWID;
    CREATE TABLE ids (
      high INTEGER NOT NULL, low INTEGER NOT NULL, seen INTEGER NOT NULL,
      PRIMARY KEY (high, low)
    ) WITHOUT ROWID;
    CREATE INDEX ids_seen ON ids (seen);
    """,
  ]

  /// Takes a database to the version of this program.
  static func migrate(_ database: Database, from version: Int) throws {
    for step in steps[version...] { try database.execute(sql: step) }
    try database.execute(sql: "PRAGMA user_version = \(Schema.version)")
  }
}
