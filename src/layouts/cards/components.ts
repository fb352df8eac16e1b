/** Starlight's components for cards, as they are written and recognized. */

/** The attributes of each component. */
export const CARD_ATTRIBUTES: ReadonlyMap<string, readonly string[]> = new Map([
  ['CardGrid', []],
  ['Card', ['title']],
  ['LinkCard', ['title', 'href', 'description']],
]);

/** The component of a credit: one that is a link, or one with content. */
export function cardComponent({ url }: { url?: string | undefined }): 'Card' | 'LinkCard' {
  return url === undefined ? 'Card' : 'LinkCard';
}

const MODULE = '@astrojs/starlight/components';

export function importStatement(components: readonly string[]): string {
  return `import { ${components.join(', ')} } from "${MODULE}";`;
}

const IMPORT = new RegExp(`^import \\{([^}]*)\\} from (["'])${MODULE}\\2;?$`);

/** The names in the braces of an import of Starlight's components, or `[]` for other code. */
export function importedComponents(code: string): string[] {
  const [, names = ''] = IMPORT.exec(code) ?? [];
  return names
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
}
