import type { Dependency } from '../../manifests/manifest.ts';

/** The entries of a kind of manifest, and the title of a section of them. */
export const KIND_NAMES: Record<Dependency['kind'], { one: string; many: string; title: string }> =
  {
    npm: { one: 'npm package', many: 'npm packages', title: 'npm packages' },
    cargo: { one: 'crate', many: 'crates', title: 'Crates' },
    pypi: { one: 'Python package', many: 'Python packages', title: 'Python packages' },
    go: { one: 'Go module', many: 'Go modules', title: 'Go modules' },
    flake: { one: 'flake input', many: 'flake inputs', title: 'Flake inputs' },
    sbom: { one: 'component', many: 'components', title: 'Components' },
    git: { one: 'person', many: 'people', title: 'Contributors' },
  };
