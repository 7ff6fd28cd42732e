/** What the script of a report's page is told; names are as in the data. */
export interface PageData {
  /** The host's name. */
  readonly host: string;
  /** The zone whose local time stands beside UTC, an IANA name, or `null`. */
  readonly timeZone: string | null;
  /** Milliseconds from one step to the next. */
  readonly intervalMs: number;
  /** In order of time. */
  readonly incidents: readonly PageIncident[];
  /** Id of the one incident that the report is about; absent where it is about all. */
  readonly subject?: string;
  /** How incidents are marked; absent where they cannot be. */
  readonly marks?: MarksFile;
}

/** The file that marks of a page are written as, and what they are kept by. */
export interface MarksFile {
  /** Tells this report's marks from another's; the same report made again has it. */
  readonly key: string;
  /**
   * How a labels file tells its times: as instants, or as seconds since the
   * table's start where nobody placed it.
   */
  readonly times: "instants" | "seconds";
}

/** An incident as the script of a report's page knows it. */
export interface PageIncident {
  /** As in `incidents.json`. */
  readonly id: string;
  /** Its number in the report, counted from 1 in order of time. */
  readonly number: number;
  /** Id of its own section; `null` where it has none, being one of very many. */
  readonly section: string | null;
  /** An anomaly was scored; in an outage nobody could read the server. */
  readonly kind: "anomaly" | "outage";
  /** First step, ISO 8601 UTC. */
  readonly start: string;
  /** Last step (included), ISO 8601 UTC. */
  readonly end: string;
  /** Names of its causes; of the three largest contributions where it has none. */
  readonly signals: readonly string[];
}
