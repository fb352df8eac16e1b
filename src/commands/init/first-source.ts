import { stringify as stringifyYaml } from 'yaml';
import { schemaLine } from '../../source/schema-line.ts';
import type { Project } from './project.ts';

/**
 * Returns the text of a first source. Comments that start with a lowercase letter or a dash are
 * examples: they are valid YAML without `# `. All other comments start with a capital letter.
 *
 * The title contains the name of the project, as the page may be shown outside its site.
 *
 * @param name the name of the project, if known
 * @param command the command that builds the page
 */
export function firstSource(
  { docs, example }: Project,
  name: string | undefined,
  command: string,
): string {
  return `${schemaLine()}
# The source of the credits page. After a change, run: ${command}

title: ${yamlScalar(name ? `${name} credits` : 'Credits')}
description: ${yamlScalar(`What ${name ?? 'this project'} is built on, and by whom`)}
output: ${yamlScalar(docs ? `${docs}/credits.md` : 'credits.md')}

# Markdown before the credits:
# intro: Built on *other people's* work.

# People who are named more than once; "by: ada" then refers to one of them:
# people:
#   ada: Ada Lovelace (@ada)

credits:
  - name: ${yamlScalar(example.name)}
    url: ${yamlScalar(example.url)}
    # Optional keys of a credit:
    # by: [Grace Hopper (@grace), Ada Lovelace (@ada)]
    # description: What it is, in one line of *Markdown*
    # version: 1.10
    # license: MIT
    # links:
    #   - label: source
    #     url: https://example.com/source

  # A credit may be a sentence:
  # - Everyone who [reported a bug](https://example.com/issues).

# Sections, each with a heading and credits:
# sections:
#   - title: Frameworks
#     credits:
#       - name: Astro
#         url: https://astro.build
`;
}

function yamlScalar(text: string): string {
  return stringifyYaml(text.replace(/\s+/g, ' ').trim(), { lineWidth: 0 }).trimEnd();
}
