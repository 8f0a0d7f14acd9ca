import { useEffect, useRef, useState } from 'react'
import type { CarriedText } from '../shared/verifier/carried.ts'
import { useWords } from './language.tsx'

/** A quote, counted from 1, whose place somebody asks for: another object each time. */
export interface AskedQuote {
  quote: number
}

interface TextsProps {
  texts: readonly CarriedText[]
  /** The quote whose place was asked for last. */
  asked: AskedQuote | null
}

/** The texts that a PDF carries, each to be unfolded, with the quotes marked in them. */
export function Texts({ texts, asked }: TextsProps) {
  const words = useWords()
  if (texts.length === 0) return null
  return (
    <section>
      <h4>{words.texts}</h4>
      <p className="quiet">{words.textsHint}</p>
      {texts.map((text) => (
        <Text
          key={text.number}
          carried={text}
          asked={text.places.some(({ quote }) => quote === asked?.quote) ? asked : null}
        />
      ))}
    </section>
  )
}

function Text({ carried, asked }: { carried: CarriedText; asked: AskedQuote | null }) {
  const words = useWords()
  const [open, setOpen] = useState(false)
  const [answered, setAnswered] = useState<AskedQuote | null>(null)
  const body = useRef<HTMLDivElement>(null)
  const { number, title, authors, publisher, published, url, originalSha256, text } = carried
  if (asked !== answered) {
    setAnswered(asked)
    if (asked) setOpen(true)
  }
  useEffect(() => {
    const mark = asked && body.current?.querySelector<HTMLElement>(`[data-quote~="${asked.quote}"]`)
    mark?.focus()
    mark?.scrollIntoView({ block: 'center' })
  }, [asked])
  const about = [authors.join(', '), publisher, published].filter(Boolean).join(' · ')
  return (
    <details className="text" open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        {words.source(number)}
        {title !== null && (
          <>
            : <bdi>{title}</bdi>
          </>
        )}
      </summary>
      {open && (
        <div ref={body}>
          {about !== '' && <p className="quiet">{about}</p>}
          {/* No link: the page goes nowhere. */}
          {url !== null && <p className="quiet mono">{url}</p>}
          {originalSha256 !== null && (
            <p className="quiet">
              {words.originalHash}: <span className="mono">{originalSha256}</span>
            </p>
          )}
          {text === null ? <p>{words.withheld}</p> : <Marked text={text} places={carried.places} />}
        </div>
      )}
    </details>
  )
}

/** A text with its quotes marked. Where quotes overlap, a stretch belongs to all of them. */
function Marked({ text, places }: { text: string; places: CarriedText['places'] }) {
  const edges = [...new Set([0, text.length, ...places.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b
  )
  return (
    <div className="carried">
      {edges.slice(0, -1).map((start, i) => {
        const words = text.slice(start, edges[i + 1])
        const quotes = places.filter((place) => place.start <= start && place.end > start).map(({ quote }) => quote)
        return quotes.length === 0 ? (
          words
        ) : (
          <mark key={start} tabIndex={-1} data-quote={quotes.join(' ')}>
            {words}
          </mark>
        )
      })}
    </div>
  )
}
