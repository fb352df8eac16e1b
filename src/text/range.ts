/**
 * A part of a text: offsets from 0 in UTF-16 code units, those of a source without the byte order mark.
 * The end is exclusive.
 */
export interface Range {
  start: number;
  end: number;
}
