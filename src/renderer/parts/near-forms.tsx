import type { NearForm, NearKind } from '../../shared/brief/withheld.ts'
import { revealNode } from '../state/brief/editor.ts'
import { useBrief } from '../state/brief/brief.ts'
import { useCase } from '../state/case/case.ts'
import { closeDialog } from '../state/window/dialogs.ts'
import { useRequest, type Answer } from '../state/window/use-request.ts'
import { decideOn } from '../state/brief/withheld.ts'
import { Button } from '../ui/button.tsx'
import { shorten } from '../ui/format.ts'
import './near-forms.css'

const KINDS: Record<NearKind, string> = {
  part: 'A part of',
  initials: 'Initials of',
  order: 'Another order of',
  inflection: 'A form of',
  compound: 'A longer word with',
  spelling: 'Another spelling of',
  address: 'An address or name with',
  script: 'Another alphabet for'
}

/** What redacted exports of the open brief would show that is like withheld words; asked again whenever the list changes. */
export function useNearForms(): Answer<NearForm[]> {
  const id = useBrief((state) => state.id)
  const withheld = useBrief((state) => state.withheld)
  return useRequest('export.nearForms', { briefId: id ?? '' }, JSON.stringify(withheld))
}

/** Forms like withheld words, each to be withheld too or left. Shows nothing where there are none. */
export function NearForms({ answer }: { answer: Answer<NearForm[]> }) {
  const readOnly = useCase((state) => state.readOnly)
  if (answer.phase === 'asking') return <p role="status">Looking for what is like withheld words…</p>
  if (answer.phase === 'failed') {
    return (
      <p className="failure" role="alert">
        {answer.failure.message}
      </p>
    )
  }
  if (answer.value.length === 0) return null
  return (
    <section className="near" aria-label="Like withheld words">
      <h3>
        Like withheld words, and still shown <span className="hint">{answer.value.length}</span>
      </h3>
      <ul className="plain-list near-list">
        {answer.value.map((near) => (
          <li key={near.form}>
            <Told near={near} />
            <Button
              look="outline"
              aria-label={`Withhold too: “${near.form}”`}
              isDisabled={readOnly}
              onPress={() => void decideOn(near, true)}
            >
              Withhold too
            </Button>
            <Button
              look="outline"
              aria-label={`Leave: “${near.form}”`}
              isDisabled={readOnly}
              onPress={() => void decideOn(near, false)}
            >
              Leave
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Told({ near: { form, kind, like, count, place, nodeId, excerpt } }: { near: NearForm }) {
  const words = (
    <span className="finding">
      <span>
        <strong>{shorten(form, 60)}</strong>{' '}
        <span className="hint">
          {KINDS[kind]} “{shorten(like, 40)}”
        </span>
      </span>
      <span className="excerpt">{shorten(excerpt, 110)}</span>
      <span className="hint">
        {count > 1 && `${count} times, first in `}
        {place}
      </span>
    </span>
  )
  if (nodeId === null) return words
  return (
    <Button
      className="place"
      onPress={() => {
        closeDialog()
        revealNode(nodeId)
      }}
    >
      {words}
    </Button>
  )
}
