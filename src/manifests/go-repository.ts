/**
 * Repositories of modules whose path is not that of the repository. Go asks the host of the path, which
 * nothing here does. A pattern matches a path without its major version.
 *
 * @see https://go.dev/ref/mod#vcs-find
 */
const VANITY: readonly (readonly [RegExp, string])[] = [
  [/^golang\.org\/x\/([^/]+)/, 'github.com/golang/$1'],
  [/^google\.golang\.org\/grpc/, 'github.com/grpc/grpc-go'],
  [/^google\.golang\.org\/protobuf/, 'github.com/protocolbuffers/protobuf-go'],
  [/^google\.golang\.org\/api/, 'github.com/googleapis/google-api-go-client'],
  [/^google\.golang\.org\/genproto/, 'github.com/googleapis/go-genproto'],
  [/^google\.golang\.org\/appengine/, 'github.com/golang/appengine'],
  [/^cloud\.google\.com\/go/, 'github.com/googleapis/google-cloud-go'],
  [/^gopkg\.in\/([^/]+)\.v\d+(?:-unstable)?$/, 'github.com/go-$1/$1'],
  [/^gopkg\.in\/([^/]+\/[^/]+)\.v\d+(?:-unstable)?$/, 'github.com/$1'],
  [/^sigs\.k8s\.io\/([^/]+)/, 'github.com/kubernetes-sigs/$1'],
  [/^k8s\.io\/([^/]+)/, 'github.com/kubernetes/$1'],
  [/^go\.uber\.org\/([^/]+)/, 'github.com/uber-go/$1'],
  [/^go\.opentelemetry\.io\/collector/, 'github.com/open-telemetry/opentelemetry-collector'],
  [/^go\.opentelemetry\.io\/contrib/, 'github.com/open-telemetry/opentelemetry-go-contrib'],
  [/^go\.opentelemetry\.io\/proto/, 'github.com/open-telemetry/opentelemetry-proto-go'],
  [/^go\.opentelemetry\.io\/otel/, 'github.com/open-telemetry/opentelemetry-go'],
  [/^go\.etcd\.io\/([^/]+)/, 'github.com/etcd-io/$1'],
  [/^go\.mongodb\.org\/mongo-driver/, 'github.com/mongodb/mongo-go-driver'],
  [/^go\.yaml\.in\/yaml/, 'github.com/yaml/go-yaml'],
  [/^go\.starlark\.net/, 'github.com/google/starlark-go'],
  [/^honnef\.co\/go\/([^/]+)/, 'github.com/dominikh/go-$1'],
  [/^gorm\.io\/(?:driver\/)?([^/]+)/, 'github.com/go-gorm/$1'],
  [/^gonum\.org\/v1\/([^/]+)/, 'github.com/gonum/$1'],
  [/^gotest\.tools/, 'github.com/gotestyourself/gotest.tools'],
  [/^helm\.sh\/([^/]+)/, 'github.com/helm/$1'],
  [/^istio\.io\/([^/]+)/, 'github.com/istio/$1'],
  [/^knative\.dev\/([^/]+)/, 'github.com/knative/$1'],
  [/^entgo\.io\/([^/]+)/, 'github.com/ent/$1'],
  [/^modernc\.org\/([^/]+)/, 'gitlab.com/cznic/$1'],
  [/^mvdan\.cc\/([^/]+)/, 'github.com/mvdan/$1'],
  [/^filippo\.io\/([^/]+)/, 'github.com/FiloSottile/$1'],
  [/^dario\.cat\/([^/]+)/, 'github.com/darccio/$1'],
  [/^rsc\.io\/([^/]+)/, 'github.com/rsc/$1'],
  [/^tailscale\.com/, 'github.com/tailscale/tailscale'],
  [/^(.+?)\.git(?:\/|$)/, '$1'],
  [/^((?:github\.com|bitbucket\.org|codeberg\.org|gitea\.com|git\.sr\.ht)\/[^/]+\/[^/]+)/, '$1'],
  [/^(gitlab\.com\/.+)/, '$1'],
];

/** Returns the URL of the repository of a module, or `undefined` if the path does not contain it. */
export function goRepository(path: string): string | undefined {
  for (const [pattern, repository] of VANITY) {
    const match = pattern.exec(path);
    if (match) return `https://${repository.replaceAll('$1', match[1] ?? '')}`;
  }
}

/**
 * Returns the path of a module without its major version.
 *
 * @see https://go.dev/ref/mod#major-version-suffixes
 */
export function withoutMajorVersion(module: string): string {
  return module.replace(/\/v(?:[2-9]|\d{2,})$/, '');
}
