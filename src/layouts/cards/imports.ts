/** The import of Starlight's components for cards, for writing and recognizing it. */
import { flattenCredits } from '../../model/walk-sections.ts';
import type { Credit } from '../../types.ts';
import { type CardContext, cardComponent } from './card-component.ts';

/** Returns the components that show credits. String credits need none. */
export function gridComponents(credits: readonly Credit[], context: CardContext): string[] {
  const all = flattenCredits(credits);
  return all.some((credit) => !('markdown' in credit))
    ? ['CardGrid', cardComponent(all, context)]
    : [];
}

const MODULE = '@astrojs/starlight/components';

export function importStatement(components: readonly string[]): string {
  return `import { ${components.join(', ')} } from "${MODULE}";`;
}

const IMPORT = new RegExp(`^import \\{([^}]*)\\} from (["'])${MODULE}\\2;?$`);

/** Returns the names that code imports from Starlight's components, or `[]` if it is anything else. */
export function importedComponents(code: string): string[] {
  const [, names = ''] = IMPORT.exec(code) ?? [];
  return names
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
}
