/** Text that YAML reads as a comment. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commentsOf } from '../src/source/comments.ts';
import { parseYaml } from '../src/source/parse-yaml.ts';
import type { Source } from '../src/source/source.ts';
import { yamlFastPath } from '../src/source/yaml-fast-path.ts';
import { diagnose } from './helpers/cli.ts';
import { numRuns, seed } from './helpers/test-size.ts';

describe('text after " #"', () => {
  test.each([
    ['title: We are #1 in birds\n', '1:15', '"We are #1 in birds"'],
    ['title: x\nintro: see #12 # and this\n', '2:12', '"see #12 # and this"'],
    ['title: x\nintro: several\n  lines of #12\n', '3:12', '"several lines of #12"'],
    ['title: x\nintro: several lines of\n  #12 birds\n', '3:3', '"several lines of #12 birds"'],
    ['title: x\ncredits:\n  - Tool #1: the best\n', '3:10', '"Tool #1: the best"'],
    ['title: x\ncredits:\n  - name: Tool #1\n', '3:16', '"Tool #1"'],
    ['title: x\ncredits: [a,\n  b c #d\n]\n', '3:7', '"b c #d"'],
    ['title: x\ncredits: [{ name: a,\n  by: b #c\n  }]\n', '3:9', '"b #c"'],
    ['title: x\ndescription: #1 in birds\n', '2:14', '"#1 in birds"'],
    ['title: x\nfrontmatter:\n  own: a #b\n', '3:10', '"a #b"'],
    ['title: x\nx-a: &a b #c\ncredits: [*a]\n', '2:11', '"b #c"'],
    ['title: x\npeople:\n  ada: Ada #ada\n', '3:12', '"Ada #ada"'],
    ['title: x\r\nintro: see #12\r\noutro: y\r\n', '2:12', '"see #12"'],
    ['title: x ##y\n', '1:10', '"x ##y"'],
  ])('in %j is reported', async (source, place, text) => {
    const { code, all, places } = await diagnose(source);
    expect({ code, places }).toEqual({ code: 0, places: [`${place} yaml-comment`] });
    expect(all[0]?.help).toContain(`quote the whole text: ${text}; `);
  });

  test.each([
    'title: x # comment\n',
    'title: x\nintro: a#b\n',
    'title: x\ncredits: #main\n  - a\n',
    'title: "x" #y\n',
    'title: x #-----\n',
    'title: x #\n',
    'title: x\n#intro: y\n',
    'title: x\ncredits:\n  - name: a\n    #url: b\n    #1\n',
    'title: x\ncredits:\n  - a\n  #- b\n',
    'title: x\ncredits:\n  - a\n\n    #12\n',
    'title: x\nintro: "a #b"\n',
    'title: x\nintro: |\n  a #b\n  #c\noutro: >-\n  #d\n',
    'title: x\nintro: | #b\n  c\n',
    'title: x\ncredits: [a, b] #c\n',
    '#x\ntitle: x\n',
  ])('in %j is not reported', async (source) => {
    expect((await diagnose(source)).places).toEqual([]);
  });

  test('can be ignored', async () => {
    const comment = '# starlight-credits-ignore yaml-comment: a comment';
    const source = `title: x\n${comment}\nintro: a #b\n${comment}\noutro: c\n  d #e\n`;
    expect((await diagnose(source)).places).toEqual([]);
  });
});

test('both readers of YAML find the same comments', () => {
  const piece = fc.constantFrom(
    ...['a: ', '- ', '\n', '\n  ', '\n    ', 'b', '"c # d"', "'#e'", '[f, g]', '{ h: i }', 'j #k'],
    ...[
      '|\n   l #m\n',
      '>-\n  #n\n',
      ' # o',
      ' #p',
      '#',
      ': ',
      '\n#q\n',
      '\n  # r',
      's: |',
      '\n\n',
    ],
  );
  let count = 0;
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = `title: x\n${pieces.join('')}`;
      const fast = yamlFastPath(text);
      const parsed = fast && parseYaml(text, () => {});
      if (!parsed) return;
      const [one, other] = [[...commentsOf(fast)], [...commentsOf(parsed)]];
      count += one.length;
      expect(one, text).toEqual(other);
      for (const { start } of one) {
        // With an empty comment, the YAML is the same. Without one, a block scalar might go on.
        const line = text.slice(start).split('\n')[0] as string;
        const without = `${text.slice(0, start)}#${text.slice(start + line.length)}`;
        expect(valuesOf(parseYaml(without, () => {})), text).toEqual(valuesOf(parsed));
      }
    }),
    { numRuns: numRuns * 10, seed },
  );
  expect(count).toBeGreaterThan(numRuns);
});

function valuesOf(source: Source | undefined): unknown {
  return JSON.parse(
    JSON.stringify(source?.root, (key, value) =>
      key === 'start' || key === 'end' ? undefined : value,
    ),
  );
}
