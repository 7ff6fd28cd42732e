/** The column that holds the time of a row. */
export const TIMESTAMP_COLUMN = "timestamp";

/** The column that names the host of a row, where a table has several. */
export const HOST_COLUMN = "host";

/** The column that marks labelled anomalous rows with 1. */
export const LABEL_COLUMN = "label";
