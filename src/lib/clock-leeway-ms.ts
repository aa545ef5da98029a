/**
 * How far ahead of the clock a moment may lie that was written by it: clocks are put right by seconds. A moment further
 * ahead says that the clock was set back since, and what had come to its end by then would begin anew.
 */
export const clockLeewayMs = 5 * 60_000;
