import type { Args, LintCode } from '../diagnostics/codes.ts';
import type { YamlEdit, YamlPath } from '../edit/edit-yaml.ts';
import type { Place } from '../model/place.ts';
import type { ReadSource } from '../pipeline.ts';
import type { Node } from '../source/nodes.ts';
import type { Range } from '../text/range.ts';

/** A valid source, as rules see it. */
export interface LintedSource extends Pick<ReadSource, 'page' | 'text' | 'locate'> {
  /** Where its page is shown. */
  places: readonly Place[];
  /** Returns the line of a position, from 1. */
  lineOf(range: Range): number;
  /**
   * Returns the keys and indexes that lead to a node, or `undefined` if it cannot be edited without
   * changing something else.
   */
  pathOf(node: Node): YamlPath | undefined;
  /** Returns what is known of a picture, given its path in the source, or `undefined` if there is none. */
  pictureAt(path: string): PictureSize | undefined;
}

/** A file with a picture. */
export interface PictureSize {
  bytes: number;
  /** The width in pixels, if the format has one and the file is small enough to be read. */
  width?: number;
}

/** Something that is valid and looks wrong. */
export type Finding = {
  [C in LintCode]: {
    code: C;
    range: Range | undefined;
    args: Args<C>;
    /** The edits that fix it, if there is one right answer. Several findings may share some of them. */
    edits?: readonly YamlEdit[];
  };
}[LintCode];

/** Finds what looks wrong in a source. */
export type LintRule = (source: LintedSource) => Iterable<Finding>;
