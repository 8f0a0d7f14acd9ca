import type { Finding } from '../../shared/brief/check.ts'
import { Button } from '../ui/button.tsx'

const GROUPS: Record<Finding['code'], string> = {
  'unsupported-statement': 'Statements without support',
  'citation-unresolved': 'Citations that lead nowhere',
  'figure-no-image': 'Figures without an image',
  'quote-missing': 'Quotes that aren’t in their source',
  'quote-altered': 'Altered quotes',
  'quote-normalised': 'Normalised quotes',
  'original-altered': 'Originals that were changed',
  'original-missing': 'Originals that are missing',
  'metadata-doubtful': 'Sources with doubtful details',
  'uncovered-character': 'Characters printed as their code'
}

/** Findings by kind, each leading to its place. */
export function Findings(props: { findings: readonly Finding[]; onGo: (nodeId: string) => void }) {
  const codes = (Object.keys(GROUPS) as Finding['code'][]).filter((code) =>
    props.findings.some((finding) => finding.code === code)
  )
  return codes.map((code) => {
    const group = props.findings.filter((finding) => finding.code === code)
    return (
      <section key={code} aria-label={GROUPS[code]}>
        <h3>
          {GROUPS[code]} <span className="hint">{group.length}</span>
        </h3>
        <ul className="plain-list">
          {group.map((finding, index) => (
            <li key={`${finding.nodeId ?? ''} ${index}`}>
              {finding.nodeId === null ? (
                <FindingWords finding={finding} />
              ) : (
                <Button className="place" onPress={() => props.onGo(finding.nodeId!)}>
                  <FindingWords finding={finding} />
                </Button>
              )}
            </li>
          ))}
        </ul>
      </section>
    )
  })
}

function FindingWords({ finding }: { finding: Finding }) {
  return (
    <span className="finding">
      {finding.excerpt && <span className="excerpt">{finding.excerpt}</span>}
      <span className="finding-why">
        {finding.section && `${finding.section} · `}
        {finding.message}
      </span>
    </span>
  )
}
