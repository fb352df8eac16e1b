/** Generates realistic sources, which are the same on every machine. */

export interface Size {
  credits: number;
  bytes: number;
}

/** The size of a real project's credits page. */
export const LARGE: Size = { credits: 1273, bytes: 300_000 };
/** Larger than any real page, to find time or memory that grows faster than the source. */
export const HUGE: Size = { credits: 100_000, bytes: 29_000_000 };
export const TENTH_OF_HUGE: Size = { credits: 10_000, bytes: 2_900_000 };

const words = (text: string) => text.trim().split(/\s+/);

const FIRST = words(`Amina Bjarne Chiara Dmitri Elena Fatima Gaétan Hiroshi Ingrid Joana Kwame Lucía
  Marek Nadia Olena Priya Quentin Rosalind Søren Tomás Ulrike Victor Wanjiru Xiaoming Yusuf Zoltan`);
const LAST = words(`Andersson Borja Castillo Dubois Eriksen Ferrari Grünwald Hensing Ibrahim Jansen
  Kowalski Lepage Moreau Nakamura Okafor Petrov Quispe Rossi Schneider Tanaka Ueda Varga Wormer
  Yilmaz Zhang`);
const KINDS = words(`tiny swift quiet amber solid plain rapid clear lunar cobalt atomic hollow brave
  crisp nimble silver tidy vivid warm zesty async micro hyper local remote static lazy eager pure
  open`);
const THINGS =
  words(`parser router loader schema logger bundler linter theme icons fonts cache queue
  store broker client server editor viewer mapper runner worker styles tokens layout charts tables
  forms guides search config`);
const TOPICS = words(`Build Content Data Design Documentation Hosting Icons Infrastructure Languages
  Runtime Security Testing Tooling Translation Type Web`);
const PROSE =
  words(`the a and for with of to in by on that which keeps writes reads checks every page
  source module schema link table heading build editor site theme deploy release package plugin
  configuration dependency discovery secrets management declarative reproducible multiple systems
  patterns composition strategies automatic reference documentation community deferred framework
  coordination environment overlay advanced comprehensive implementation`);
const LICENSES = words(
  'MIT MIT MIT Apache-2.0 ISC BSD-3-Clause MPL-2.0 GPL-3.0-or-later CC-BY-4.0',
);
const HOSTS = words('github.com github.com github.com gitlab.com codeberg.org');

/** Names that are markup without escapes. */
const ESCAPED: ((name: string) => string)[] = [
  (name) => `*${name}`,
  (name) => `_${name}_`,
  (name) => `[${name}]`,
  (name) => `<${name.replaceAll('-', '')}>`,
  (name) => `\`${name}\``,
];
/** One name in this many needs an escape. */
export const ESCAPE_EVERY = 10;

/** Returns a source with a number of credits and, within 1%, a number of bytes. */
export function source({ credits, bytes }: Size): string {
  const random = randomBy(credits);
  const below = (limit: number) => Math.floor(random() * limit);
  const pick = <T>(from: readonly T[]): T => from[below(from.length)] as T;
  const often = (share: number) => random() < share;

  const person = (index: number) => {
    const first = FIRST[index % FIRST.length] as string;
    const last = LAST[(index * 7) % LAST.length] as string;
    const handle = `${first[0]}${last}${index}`.toLowerCase().replace(/[^a-z\d]/g, '');
    return { id: handle, name: `${first} ${last}`, text: `${first} ${last} (@${handle})` };
  };
  // The number of people who are named more than once grows more slowly than that of credits.
  const known = Array.from({ length: Math.round(Math.sqrt(credits)) }, (_, index) => person(index));

  const by = (): string => {
    const found = person(known.length + below(credits));
    if (often(0.3)) return pick(known).id;
    return often(0.2) ? found.name : found.text;
  };
  const people = (): string => {
    const all = Array.from({ length: often(0.8) ? 1 : 2 + below(2) }, by);
    return all.length === 1 ? (all[0] as string) : `[${[...new Set(all)].join(', ')}]`;
  };

  const word = (): string => {
    const bare = pick(PROSE);
    if (often(0.97)) return bare;
    return pick([
      `_${bare}_`,
      `**${bare}**`,
      `\`${bare}\``,
      `[${bare}](https://example.org/${bare})`,
    ]);
  };
  /** Returns words with a total length of about `length` bytes. */
  const prose = (length: number): string => {
    let text = pick(TOPICS);
    while (text.length < length) text += ` ${word()}`;
    return text;
  };

  const name = (index: number): string => {
    const pairs = KINDS.length * THINGS.length;
    const kind = KINDS[index % KINDS.length];
    const thing = THINGS[Math.floor(index / KINDS.length) % THINGS.length];
    const more = Math.floor(index / pairs);
    return `${kind}-${thing}${more ? `-${more.toString(36)}` : ''}`;
  };

  let text = `title: Credits\ndescription: ${prose(60)}\nintro: ${prose(120)}\npeople:\n`;
  for (const { id, text: who } of known) text += `  ${id}: ${who}\n`;
  text += 'sections:\n';
  const start = Buffer.byteLength(text);
  let written = start;
  const parts = [text];
  const write = (more: string) => {
    parts.push(more);
    written += Buffer.byteLength(more);
  };

  let index = 0;
  const credit = (indent: string) => {
    const bare = name(index);
    const shown =
      index % ESCAPE_EVERY === ESCAPE_EVERY - 1
        ? (ESCAPED[Math.floor(index / ESCAPE_EVERY) % ESCAPED.length]?.(bare) ?? bare)
        : bare;
    const url = often(0.8)
      ? `https://${pick(HOSTS)}/${pick(LAST).toLowerCase().replace('ü', 'u')}/${bare}`
      : `https://${bare}.example.org`;
    let item = `${indent}- name: ${scalar(shown)}\n${indent}  url: ${url}\n`;
    if (often(0.3)) item += `${indent}  version: ${below(12)}.${below(30)}.${below(9)}\n`;
    if (often(0.8)) item += `${indent}  by: ${people()}\n`;
    if (often(0.4)) item += `${indent}  license: ${pick(LICENSES)}\n`;
    if (often(0.05)) {
      item += `${indent}  links:\n${indent}    - label: source\n`;
      item += `${indent}      url: https://example.org/source/${bare}\n`;
    }
    // The descriptions have the length that the size requires, with some variation.
    const key = `${indent}  description: `;
    const share = ((bytes - start) * (index + 1)) / credits;
    const due = share - (written - start) - item.length - key.length;
    const last = index === credits - 1;
    write(`${item}${key}${scalar(prose(last ? due : due * (0.6 + 0.7 * random())))}\n`);
    index += 1;
  };
  const list = (indent: string, most: number) => {
    write(`${indent}credits:\n`);
    for (let left = 1 + below(most); left > 0 && index < credits; left -= 1) credit(`${indent}  `);
  };

  while (index < credits) {
    write(`  - title: ${pick(TOPICS)} ${pick(THINGS)}\n`);
    if (often(0.3)) write(`    intro: ${scalar(prose(80))}\n`);
    if (often(0.6)) {
      list('    ', 40);
      continue;
    }
    write('    sections:\n');
    for (let left = 2 + below(3); left > 0 && index < credits; left -= 1) {
      write(`      - title: ${pick(TOPICS)} ${pick(THINGS)}\n`);
      list('        ', 25);
    }
  }
  return parts.join('');
}

/** Returns a string as a YAML scalar, with quotes if it may need them. */
function scalar(text: string): string {
  return /^[a-z][^#]*[^:#\s]$/i.test(text) && !text.includes(': ') ? text : JSON.stringify(text);
}

/** Returns a generator of pseudo-random numbers from 0 to 1 (mulberry32). */
function randomBy(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
