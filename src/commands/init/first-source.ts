import { stringify } from 'yaml';
import { schemaLine } from '../../schema/schema-url.ts';
import type { Project } from './project.ts';

/**
 * The text of a first source. Its examples are comments that begin with a small letter or a dash,
 * so that each is valid once its `# ` is gone; all other comments begin with a capital letter.
 *
 * The title names the project, since a README or a page of another site may show it, where no
 * site's name stands beside it.
 *
 * @param name what the project is called, if that is known
 */
export function firstSource({ docs, example }: Project, name: string | undefined): string {
  return `${schemaLine()}
# The credits page. After each change run: npx starlight-credits

title: ${scalar(name ? `${name} credits` : 'Credits')}
description: ${scalar(`What ${name ?? 'this project'} is built on, and by whom`)}
output: ${scalar(docs ? `${docs}/credits.md` : 'credits.md')}

# Markdown before the credits:
# intro: Built on *other people's* work.

# Those who are named more than once, so that "by: ada" is enough:
# people:
#   ada: Ada Lovelace (@ada)

credits:
  - name: ${scalar(example.name)}
    url: ${scalar(example.url)}
    # All that a credit may have besides:
    # by: [Grace Hopper (@grace), Ada Lovelace (@ada)]
    # description: What it is, in one line of *Markdown*
    # version: 1.10
    # license: MIT
    # links:
    #   - label: source
    #     url: https://example.com/source

  # A credit may be a sentence:
  # - Everyone who [reported a bug](https://example.com/issues).

# Headings, each with credits of its own:
# sections:
#   - title: Frameworks
#     credits:
#       - name: Astro
#         url: https://astro.build
`;
}

/** A text as YAML writes it, on one line. */
function scalar(text: string): string {
  return stringify(text.replace(/\s+/g, ' ').trim(), { lineWidth: 0 }).trimEnd();
}
