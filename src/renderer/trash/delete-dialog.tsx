import { useEffect, useState } from 'react'
import type { CitingPlace, Output } from '../../shared/api/contract.ts'
import { effectWords } from '../parts/impact/impact-words.ts'
import { openBrief, useBrief } from '../state/brief/brief.ts'
import { revealNode } from '../state/brief/editor.ts'
import { sourceRow, useCase } from '../state/case/case.ts'
import { putIntoTrash } from '../state/sources/trash.ts'
import { request } from '../state/window/bridge.ts'
import { closeDialog } from '../state/window/dialogs.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { count } from '../ui/format.ts'
import './trash.css'

/** What cites sources that are to be deleted, before they are. */
export function DeleteSourcesDialog({ ids, cited }: { ids: string[]; cited: CitingPlace[] }) {
  const sources = useCase((state) => state.sources)
  const keys = new Map(ids.map((id) => [id, sourceRow(sources, id)?.key ?? '?']))
  const only = ids.length === 1 ? sourceRow(sources, ids[0]!) : undefined
  const effects = useEffects(ids)
  const what = only ? `${only.key} “${only.title}”` : count(ids.length, 'source')
  const show = async (place: CitingPlace): Promise<void> => {
    closeDialog()
    if (useBrief.getState().id === place.briefId || (await openBrief(place.briefId))) revealNode(place.nodeId)
  }
  return (
    <Dialog
      title={only ? 'Delete this source?' : 'Delete these sources?'}
      width={640}
      onClose={closeDialog}
      actions={
        <>
          <Button look="outline" autoFocus onPress={closeDialog}>
            Cancel
          </Button>
          <Button
            look="primary"
            onPress={() => {
              closeDialog()
              void putIntoTrash(ids)
            }}
          >
            Put into the trash
          </Button>
        </>
      }
    >
      <p>
        {what} {cited.length === 1 ? 'is cited in one place' : `is cited in ${cited.length} places`}. In the trash it
        supports nothing any more, and its quotes count as missing; taken out again, all is as it was.
      </p>
      <ul className="plain-list" aria-label="Where it is cited">
        {cited.map((place) => (
          <li key={`${place.briefId} ${place.nodeId}`} className="cited-place">
            <Button className="link" onPress={() => void show(place)}>
              {place.brief}
              {place.section && ` › ${place.section}`}
            </Button>
            <span className="cited-words" dir="auto">
              {place.excerpt || 'No words'}
            </span>
            {effects.has(`${place.briefId} ${place.nodeId}`) && (
              <span className="hint">{effects.get(`${place.briefId} ${place.nodeId}`)}</span>
            )}
            {ids.length > 1 && <span className="hint">{place.sources.map((id) => keys.get(id)).join(', ')}</span>}
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

/** What becomes of the statements that cite a source once it's gone, by brief and node; nothing for several, which fall together. */
function useEffects(ids: readonly string[]): ReadonlyMap<string, string> {
  const [effects, setEffects] = useState<ReadonlyMap<string, string>>(new Map())
  const only = ids.length === 1 ? ids[0]! : null
  useEffect(() => {
    let wanted = true
    if (only !== null)
      void request('impact.get', { id: only }).then((result) => {
        // A source whose text can't be read has no effects to tell; that it is cited is told all the same.
        if (wanted && result.ok) setEffects(wordsOf(result.value))
      })
    return () => {
      wanted = false
    }
  }, [only])
  return effects
}

function wordsOf({ statements }: Output<'impact.get'>): Map<string, string> {
  return new Map(
    statements
      .filter(({ alone }) => alone.effect !== 'unchanged')
      .map(({ brief, statement, alone }) => [`${brief} ${statement}`, effectWords(alone)])
  )
}
