import { useRef } from 'react'
import { createPortal } from 'react-dom'
import { Dialog, ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { CONFIDENCES, LIKELIHOODS, STATEMENT_KINDS } from '../../shared/brief/brief.ts'
import { rangeOf } from '../../shared/brief/likelihood.ts'
import { useBrief } from '../state/brief/brief.ts'
import { focusText, useEditor } from '../state/brief/editor.ts'
import { withholdStatement } from '../state/brief/withhold-choice.ts'
import { withheldBlock } from '../state/brief/withheld.ts'
import { Button } from '../ui/button.tsx'
import { shownKeys } from '../ui/keys.ts'
import { Popover } from '../ui/popover.tsx'
import { kindCommands } from './commands.ts'
import { useOverlays } from './overlays.ts'
import { sayOfStatement, type StatementAttribute } from './statement.ts'

/** What each likelihood means, by ICD 203. */
const RANGES = LIKELIHOODS.map(rangeOf)
const KIND_KEYS = kindCommands.map(({ keys = '' }) => shownKeys(keys))

const close = (): void => {
  useOverlays.setState({ facts: null })
  focusText()
}

/** What is said of the statement at the caret: fact, judgement or assumption, how likely, how sure. Choosing what is chosen takes it back. */
export function StatementFacts() {
  const place = useOverlays((state) => state.facts)
  const anchor = useRef<HTMLSpanElement>(null)
  if (!place) return null
  return (
    <>
      {createPortal(<span ref={anchor} style={{ position: 'fixed', ...place }} />, document.body)}
      <Popover
        triggerRef={anchor}
        isOpen
        onOpenChange={(isOpen) => {
          if (!isOpen) close()
        }}
        placement="bottom start"
        offset={4}
      >
        <Facts />
      </Popover>
    </>
  )
}

function Facts() {
  const statement = useEditor((state) => state.caret.statement)
  const withheld = useBrief((state) => state.withheld)
  if (!statement) return null
  const isWithheld = statement.id !== null && withheldBlock(withheld, statement.id) !== undefined
  const choice = (label: string, name: StatementAttribute, values: readonly string[], details: readonly string[]) => (
    <section className="facts-part">
      <h3 id={`facts-${name}`}>{label}</h3>
      <ToggleButtonGroup
        aria-labelledby={`facts-${name}`}
        orientation={name === 'likelihood' ? 'vertical' : 'horizontal'}
        className={`facts-choice ${name}`}
        selectionMode="single"
        selectedKeys={statement[name] === null ? [] : [statement[name]]}
        onSelectionChange={(keys) => sayOfStatement(name, ([...keys][0] as string | undefined) ?? null)}
      >
        {values.map((value, index) => (
          <ToggleButton key={value} id={value} className="facts-value">
            <span>{capital(value)}</span>
            {details[index] && <span className="facts-detail">{details[index]}</span>}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </section>
  )
  return (
    <Dialog className="statement-facts" aria-label="What is said of the statement">
      {choice('Kind', 'kind', STATEMENT_KINDS, KIND_KEYS)}
      {choice('Likelihood', 'likelihood', LIKELIHOODS, RANGES)}
      {choice('Confidence', 'confidence', CONFIDENCES, [])}
      <Button
        className="small facts-withhold"
        onPress={() => {
          close()
          withholdStatement()
        }}
      >
        {isWithheld ? 'Show in redacted exports' : 'Withhold in redacted exports…'}
      </Button>
    </Dialog>
  )
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
