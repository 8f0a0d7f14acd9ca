import type { ReactNode } from 'react'
import { Disclosure, DisclosurePanel, Heading, Button as AriaButton } from 'react-aria-components'
import { EXPORT_FORMATS, exportFormat, type ExportFormatId } from '../../shared/composition/export-formats.ts'
import {
  APPENDICES,
  CITATION_STYLES,
  PAPERS,
  THEMES,
  type AppendixName,
  type CitationStyle,
  type ExportOptions,
  type Theme
} from '../../shared/composition/options.ts'
import { showDialog } from '../state/window/dialogs.ts'
import { Button } from '../ui/button.tsx'
import { Checkbox, Select } from '../ui/field.tsx'
import { Icon } from '../ui/icon.tsx'
import { RedactionPreview } from '../parts/redaction-preview.tsx'

const STYLES: Record<CitationStyle, { name: string; example: string }> = {
  numbered: { name: 'Numbered', example: '“… was closed [2, ¶ 4].”' },
  'chicago-notes': { name: 'Chicago, notes', example: '“Quay Closed,” Harbour Post, March 4, 2031.' },
  apa: { name: 'APA', example: '(Harbour Post, 2031, para. 4)' },
  oscola: { name: 'OSCOLA', example: '‘Quay Closed’ Harbour Post (4 March 2031)' },
  bluebook: { name: 'Bluebook', example: 'Quay Closed, Harbour Post, Mar. 4, 2031' }
}

const THEME_NAMES: Record<Theme, string> = { serif: 'Serif', sans: 'Sans serif' }

const APPENDIX_NAMES: Record<AppendixName, { name: string; hint: string }> = {
  likelihood: { name: 'Likelihood words', hint: 'With their ranges, once' },
  'source-summary': { name: 'Source summary statement', hint: 'Strengths, gaps, what it leans on most' },
  descriptors: { name: 'Source descriptors', hint: 'What each source is, and whom it heard' },
  sources: { name: 'Sources in detail', hint: 'Metadata, grading and hashes' },
  quotes: { name: 'Quotes in context', hint: 'With the words around them' },
  origins: { name: 'Origins', hint: 'Chains, and what was overruled' },
  figures: { name: 'Ledger of figures', hint: 'What sources count, by day' },
  events: { name: 'Chronology of events', hint: 'Dates, each with its rule' },
  matrix: { name: 'Statements and sources', hint: 'Which source says what' },
  chronology: { name: 'Chronology of publication', hint: 'What was published, by date' },
  marks: { name: 'Marked passages', hint: 'Of the cited sources, with notes and tags' },
  verification: { name: 'Verification', hint: 'The state of each quote' }
}

/** What is chosen for an export: only what makes a difference to its format. */
export function OptionsForm(props: {
  format: ExportFormatId
  onFormat: (format: ExportFormatId) => void
  options: ExportOptions
  onOptions: (change: Partial<ExportOptions>) => void
}) {
  const { format, options, onOptions } = props
  const { options: choices } = exportFormat(format)
  const printed = choices.includes('composition')
  return (
    <>
      <Select
        label="Format"
        value={format}
        onChange={props.onFormat}
        options={EXPORT_FORMATS.map(({ id, label, use }) => withHint(id, label, use))}
      />
      {choices.includes('page') && (
        <div className="form-row">
          <Select
            label="Paper"
            value={options.paper}
            onChange={(paper) => onOptions({ paper })}
            options={PAPERS.map((value) => ({ value, label: value, text: value }))}
          />
          <Select
            label="Typeface"
            value={options.theme}
            onChange={(theme) => onOptions({ theme })}
            options={THEMES.map((value) => ({ value, label: THEME_NAMES[value], text: THEME_NAMES[value] }))}
          />
        </div>
      )}
      {printed && (
        <>
          <div>
            <Select
              label="Citations"
              value={options.citations}
              onChange={(citations) => onOptions({ citations })}
              options={CITATION_STYLES.map((value) => withHint(value, STYLES[value].name, STYLES[value].example))}
            />
            <p className="hint example">{STYLES[options.citations].example}</p>
          </div>
          <Checkbox label="Cover page" isSelected={options.cover} onChange={(cover) => onOptions({ cover })} />
          <Checkbox
            label="Reports and origins below each judgement"
            isSelected={options.basis}
            onChange={(basis) => onOptions({ basis })}
          />
          <Appendices options={options} onOptions={onOptions} />
        </>
      )}
      <div className="redacted-choice">
        <Checkbox
          label="Redacted copy"
          hint="Leaves out what this brief withholds. The finished file is searched for it before it is written."
          isSelected={options.redacted}
          onChange={(redacted) => onOptions({ redacted })}
        />
        {options.redacted && <RedactionPreview />}
        {options.redacted && (
          <Button className="link" onPress={() => showDialog({ kind: 'withheld', fromExport: true })}>
            What is withheld…
          </Button>
        )}
      </div>
    </>
  )
}

/** What is seldom changed, folded away until it is wanted. */
export function More(props: { children: ReactNode; isOpen: boolean }) {
  return (
    <Disclosure className="more" defaultExpanded={props.isOpen}>
      <Heading>
        <AriaButton slot="trigger" className="button plain more-button">
          <Icon name="right" /> More
        </AriaButton>
      </Heading>
      <DisclosurePanel className="more-panel">{props.children}</DisclosurePanel>
    </Disclosure>
  )
}

function Appendices({
  options,
  onOptions
}: {
  options: ExportOptions
  onOptions: (change: Partial<ExportOptions>) => void
}) {
  const { appendices, custody } = options
  return (
    <fieldset className="choices">
      <legend>Appendices</legend>
      <div className="choice-grid">
        {APPENDICES.map((name) => (
          <div key={name}>
            <Checkbox
              label={APPENDIX_NAMES[name].name}
              hint={APPENDIX_NAMES[name].hint}
              isSelected={appendices.includes(name)}
              onChange={(on) =>
                onOptions({ appendices: APPENDICES.filter((each) => (each === name ? on : appendices.includes(each))) })
              }
            />
            {name === 'sources' && appendices.includes('sources') && (
              <div className="nested">
                <Checkbox
                  label="With the chain of custody"
                  isSelected={custody}
                  onChange={(on) => onOptions({ custody: on })}
                />
              </div>
            )}
          </div>
        ))}
      </div>
    </fieldset>
  )
}

const withHint = <V extends string>(value: V, name: string, hint: string) => ({
  value,
  text: name,
  label: (
    <span className="choice-line">
      {name} <span className="hint">{hint}</span>
    </span>
  )
})
