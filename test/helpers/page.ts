import { unified } from 'unified';
import { VFile } from 'vfile';
import {
  creditsParse,
  creditsStringify,
  type Flavor,
  type Format,
  type ParseOptions,
} from '../../src/index.ts';

/** The page of a source. */
export async function page(
  yaml: string,
  format: Format = 'md',
  options: Flavor | Omit<ParseOptions, 'format'> = {},
): Promise<string> {
  const more = typeof options === 'string' ? { flavor: options } : options;
  const file = new VFile({ path: 'credits.yaml', value: yaml });
  await unified()
    .use(creditsParse, { format, ...more })
    .use(creditsStringify, { format })
    .process(file);
  return String(file);
}
