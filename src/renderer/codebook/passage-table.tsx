import { useEffect, useState } from 'react'
import type { Passage, TagRow } from '../../shared/case/codebook/passages.ts'
import { useMarks } from '../state/sources/marks.ts'
import { showPassage } from '../state/sources/reader.ts'
import { request } from '../state/window/bridge.ts'
import { closeDialog } from '../state/window/dialogs.ts'
import { Facts } from '../ui/facts.tsx'
import { count } from '../ui/format.ts'
import { VirtualList } from '../ui/virtual-list.tsx'
import '../ui/mark-colours.css'

const keyOf = ({ kind, id }: Passage): string => `${kind}-${id}`

/** All that is tagged with a tag; Enter and a click lead to the passage. */
export function PassageTable(props: { tag: TagRow; below: boolean; onBelow: (below: boolean) => void }) {
  const { tag, below, onBelow } = props
  const changes = useMarks((state) => state.changes)
  const [found, setFound] = useState<{ of: string; passages: Passage[] } | null>(null)
  const [active, setActive] = useState(-1)
  const of = `${tag.id} ${below}`
  useEffect(() => {
    let wanted = true
    void request('tag.passages', { id: tag.id, below }).then((result) => {
      if (wanted && result.ok) setFound({ of, passages: result.value })
    })
    return () => {
      wanted = false
    }
  }, [tag.id, below, of, changes])
  const passages = found?.of === of ? found.passages : null
  const open = ({ sourceId, start, end, kind, id }: Passage): void => {
    closeDialog()
    // The dialog gives the focus back as it goes.
    setTimeout(() => {
      void showPassage({ sourceId, start, end, quoteId: kind === 'quote' ? id : null }, 'library').then(() => {
        if (kind === 'mark') useMarks.setState({ chosen: id })
      })
    })
  }
  return (
    <section className="tagged-passages" aria-label={`Tagged ${tag.name}`}>
      <header className="row">
        <span className="tagged-count" role="status">
          {passages === null ? 'Looking…' : count(passages.length, 'passage')}
        </span>
        <label className="codebook-inside">
          <input type="checkbox" checked={below} onChange={(event) => onBelow(event.target.checked)} /> with the tags
          below it
        </label>
      </header>
      {passages?.length === 0 && <p className="list-empty">Nothing is tagged with it.</p>}
      {passages && passages.length > 0 && (
        <VirtualList
          label="Passages"
          items={passages}
          keyOf={keyOf}
          estimate={62}
          rowClass="passage-row"
          active={active}
          onActive={setActive}
          onChoose={open}
          selected={() => false}
          arrangement={of}
        >
          {(passage) => <PassageLine passage={passage} />}
        </VirtualList>
      )}
    </section>
  )
}

function PassageLine({ passage }: { passage: Passage }) {
  const { kind, key, sourceKey, title, publisher, words, note, tags, colour } = passage
  return (
    <>
      <span className={`passage-words ${colour ?? ''}`} dir="auto">
        {kind === 'source' ? title || 'Without a title' : words}
      </span>
      <span className="passage-kind">{kind === 'source' ? 'Whole source' : kind === 'quote' ? 'Quote' : 'Mark'}</span>
      {note !== '' && (
        <span className="passage-note" dir="auto">
          {note}
        </span>
      )}
      <span className="passage-facts">
        <Facts of={[kind === 'quote' ? `${key} in ${sourceKey}` : sourceKey, publisher, tags.join(', ')]} />
      </span>
    </>
  )
}
