/** An incident that the recorder makes. */
export interface Incident {
  /** What happens, in the words of the label. */
  readonly note: string;
  /**
   * The schema's columns that its mechanism moves: in the recording, each one's
   * median over the incident lies beyond 99 % of the normal part.
   */
  readonly features: readonly string[];
  /** From its first sign to its end. */
  readonly seconds: number;
  /** From its first sign to its full strength. */
  readonly rampSeconds: number;
  /** What brings it about. */
  readonly cause: IncidentCause;
}

/** What brings an incident about. */
export type IncidentCause =
  | {
    /** The same load is started several times over the ramp, one on top of the other. */
    readonly kind: "load";
    readonly levels: number;
    readonly program: string;
    readonly args: readonly string[];
  }
  | {
    /** The exporter is stopped. */
    readonly kind: "outage";
  };

const stress = (levels: number, args: string): IncidentCause => ({
  kind: "load",
  levels,
  program: "stress-ng",
  args: args.split(" "),
});

const shell = (levels: number, script: string): IncidentCause => ({
  kind: "load",
  levels,
  program: "sh",
  args: ["-c", script],
});

/**
 * The incidents in the order in which they are made: neighbours differ in what
 * they strain, and the one that hides the others' metrics comes first.
 */
export const INCIDENTS: readonly Incident[] = [
  {
    note: "exporter down",
    features: ["server-up"],
    seconds: 90,
    rampSeconds: 0,
    cause: { kind: "outage" },
  },
  {
    note: "disk writes: four programs rewrite files past the page cache",
    features: ["disk-bytes-written", "disk-io-write", "disk-io-time"],
    seconds: 100,
    rampSeconds: 30,
    cause: shell(
      4,
      `while :; do
  dd if=/dev/zero of="flood.$$" bs=256k count=64 oflag=direct conv=notrunc
  sleep 0.2
done`,
    ),
  },
  {
    note: "CPU saturation: programs want more cores than there are",
    features: ["cpu-user"],
    seconds: 100,
    rampSeconds: 30,
    cause: stress(4, "--cpu 0 --cpu-load 30"),
  },
  {
    note: "memory leak: almost half of the memory within 75 s",
    features: ["sys-mem-available", "sys-mem-free"],
    seconds: 100,
    rampSeconds: 75,
    // 5 % of what is still available, twelve times: 1 − 0.95¹² = 46 %
    cause: stress(12, "--vm 1 --vm-bytes 5% --vm-hang 0"),
  },
  {
    note: "context switches: pairs of processes on one core pass a token",
    features: [
      "sys-context-switch-rate",
      "sys-interrupt-rate",
      "cpu-system",
    ],
    seconds: 100,
    rampSeconds: 30,
    cause: stress(4, "--switch 1 --switch-freq 1500 --taskset 0"),
  },
  {
    note: "slow creep: a program takes more and more of a core",
    features: ["cpu-user"],
    seconds: 180,
    rampSeconds: 160,
    cause: stress(8, "--cpu 1 --cpu-load 10"),
  },
  {
    note: "forks: shells start processes in a loop",
    features: ["sys-fork-rate"],
    seconds: 100,
    rampSeconds: 30,
    cause: shell(
      4,
      `while :; do
  i=0
  while [ $i -lt 10 ]; do (:); i=$((i+1)); done
  sleep 0.3
done`,
    ),
  },
  {
    note: "interrupts: fast timers",
    features: ["sys-interrupt-rate", "cpu-system"],
    seconds: 90,
    rampSeconds: 30,
    cause: stress(2, "--timerfd 1 --timerfd-freq 1000"),
  },
];
