import type { BriefChange, BriefDifference } from '../../shared/brief/versions/difference.ts'
import { count } from '../ui/format.ts'
import { changeInWords, placeOfChange } from './version-words.ts'

/** How a brief differs from what it was, part by part. */
export function BriefDifferenceView({ difference: { fields, changes, same } }: { difference: BriefDifference }) {
  if (fields.length + changes.length === 0) return <p className="hint">Nothing differs.</p>
  return (
    <>
      {fields.length > 0 && (
        <ul className="plain-list version-fields" aria-label="Above the text">
          {fields.map((field) => (
            <SaidView key={field.name} said={field} />
          ))}
        </ul>
      )}
      <ol className="plain-list" aria-label="Changes">
        {changes.map((change) => (
          <li key={`${change.change} ${change.type} ${change.id}`} className={`version-change is-${change.change}`}>
            <p className="version-place">
              <b>{placeOfChange(change)}</b> <span className="hint">{changeInWords(change)}</span>
            </p>
            <ChangedWords change={change} />
            {(change.cited.length > 0 || change.said.length > 0) && (
              <ul className="plain-list version-said">
                {[...change.cited, ...change.said].map((said) => (
                  <SaidView key={said.name} said={said} />
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
      <p className="hint">{count(same, 'part is', 'parts are')} the same.</p>
    </>
  )
}

function SaidView({ said: { name, before, after } }: { said: { name: string; before: string; after: string } }) {
  return (
    <li>
      {name}: <del>{before || 'nothing'}</del> <span aria-hidden="true">→</span>
      <span className="hidden-text"> became </span> <ins>{after || 'nothing'}</ins>
    </li>
  )
}

function ChangedWords({ change: { change, text, words } }: { change: BriefChange }) {
  if (text === '' && words === null) return null
  if (change === 'added')
    return (
      <p className="version-words" dir="auto">
        <ins>{text}</ins>
      </p>
    )
  if (change === 'removed')
    return (
      <p className="version-words" dir="auto">
        <del>{text}</del>
      </p>
    )
  return (
    <p className="version-words" dir="auto">
      {words === null
        ? text
        : words.map(({ kind, text: part }, index) => {
            if (kind === 'same') return <span key={index}>{part}</span>
            const Tag = kind === 'source' ? 'del' : 'ins'
            return (
              <Tag key={index}>
                <span className="hidden-text"> {kind === 'source' ? 'removed' : 'added'}: </span>
                {part}
                <span className="hidden-text"> (end) </span>
              </Tag>
            )
          })}
    </p>
  )
}
