import { unified } from 'unified';
import { VFile } from 'vfile';
import { creditsParse, creditsStringify, type Flavor, type Format } from '../../src/index.ts';

/** The page of a source. */
export async function page(yaml: string, format: Format = 'md', flavor?: Flavor): Promise<string> {
  const file = new VFile({ path: 'credits.yaml', value: yaml });
  await unified()
    .use(creditsParse, { format, ...(flavor && { flavor }) })
    .use(creditsStringify, { format })
    .process(file);
  return String(file);
}
