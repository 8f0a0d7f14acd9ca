import type { Difference } from '../../shared/analysis/copies/related.ts'
import { changeOf, sideOf } from './sides.ts'

type Paragraph = Difference['paragraphs'][number]

const WORDS = { unchanged: 'the same', changed: 'changed', removed: 'removed', added: 'added' }

/** How two versions differ: side by side, or in one column with both versions' words where there is no room. */
export function DifferenceView(props: { difference: Difference; current: number | null; unified: boolean }) {
  const { difference, current, unified } = props
  return (
    <ol className={`difference${unified ? ' unified' : ''}`}>
      {difference.paragraphs.map((paragraph, index) => {
        const change = changeOf(paragraph)
        return (
          <li
            key={index}
            data-place={index}
            className={`${change}${index === current ? ' is-current' : ''}`}
            aria-current={index === current ? 'true' : undefined}
          >
            <span className="hidden-text">
              Paragraph {paragraph.a ?? paragraph.b}, {WORDS[change]}.
            </span>
            {unified ? (
              <>
                <Numbers paragraph={paragraph} />
                <Words parts={paragraph.parts} />
              </>
            ) : (
              <>
                <Side paragraph={paragraph} side="a" />
                <Side paragraph={paragraph} side="b" repeats={change === 'unchanged'} />
              </>
            )}
          </li>
        )
      })}
    </ol>
  )
}

function Numbers({ paragraph: { a, b } }: { paragraph: Paragraph }) {
  return (
    <span className="difference-number" aria-hidden="true">
      {a ?? '–'} / {b ?? '–'}
    </span>
  )
}

/** One version's words. Where both are the same, one is enough to be heard. */
function Side({ paragraph, side, repeats = false }: { paragraph: Paragraph; side: 'a' | 'b'; repeats?: boolean }) {
  const parts = sideOf(paragraph.parts, side)
  const number = paragraph[side]
  return (
    <div className={number === null ? 'nothing' : undefined} aria-hidden={repeats || number === null}>
      <span className="difference-number" aria-hidden="true">
        {number ?? ''}
      </span>
      <Words parts={parts} />
    </div>
  )
}

function Words({ parts }: { parts: Paragraph['parts'] }) {
  return (
    <p>
      {parts.map(({ kind, text }, index) => {
        if (kind === 'same') return <span key={index}>{text}</span>
        const Tag = kind === 'removed' ? 'del' : 'ins'
        return (
          <Tag key={index}>
            <span className="hidden-text"> {kind}: </span>
            {text}
            <span className="hidden-text"> (end of {kind}) </span>
          </Tag>
        )
      })}
    </p>
  )
}
