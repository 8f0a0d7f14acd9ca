import { useState } from 'react'
import type { FigureRow } from '../../shared/analysis/figures/answer.ts'
import { amountInWords } from '../../shared/analysis/figures/in-words.ts'
import { useCase } from '../state/case/case.ts'
import { undoEdit } from '../state/sources/history.ts'
import { ask } from '../state/window/bridge.ts'
import { closeDialog } from '../state/window/dialogs.ts'
import { noteEdit } from '../state/window/edits.ts'
import { offerUndo } from '../state/window/undo.ts'
import { Select, TextField } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'

const SAYINGS = {
  none: 'It is no figure',
  own: 'It counts what no other counts',
  series: 'It counts what another counts',
  agrees: 'It agrees with another: neither a conflict nor a revision'
} as const
type Saying = keyof typeof SAYINGS

/** Says something against how a figure was read, with the reason. */
export function OverruleDialog({ figure, figures }: { figure: FigureRow; figures: readonly FigureRow[] }) {
  const sources = useCase((state) => state.sources)
  const [saying, setSaying] = useState<Saying>('none')
  const [otherId, setOtherId] = useState<string | null>(null)
  const [because, setBecause] = useState('')
  const series = figures.filter(({ id, series: name }) => id !== figure.id && name === figure.series)
  const elsewhere = figures.filter(({ series: name }, i) => {
    return name !== figure.series && figures.findIndex((each) => each.series === name) === i
  })
  const others = saying === 'series' ? elsewhere : saying === 'agrees' ? series : []
  const other = others.find(({ id }) => id === otherId) ?? others[0] ?? null
  const wantsOther = saying === 'series' || saying === 'agrees'
  const possible = (Object.keys(SAYINGS) as Saying[]).filter(
    (each) => each === 'none' || (each === 'series' ? elsewhere.length > 0 : series.length > 0)
  )
  const fits = because.trim() !== '' && (!wantsOther || other !== null)
  const submit = async (): Promise<void> => {
    const placeOf = ({ source, start, end, exact, value }: FigureRow) => {
      const sourceId = sources.find(({ key }) => key === source)?.id
      return sourceId === undefined ? null : { sourceId, start, end, exact, value }
    }
    const place = placeOf(figure)
    if (!fits || !place) return
    const kind = saying === 'own' ? 'series' : saying
    const rows = await ask('figures.overrule', {
      kind,
      figure: place,
      other: wantsOther && other ? placeOf(other) : null,
      because
    })
    if (!rows) return
    noteEdit()
    closeDialog()
    offerUndo(`“${figure.exact}” is overruled.`, undoEdit)
  }
  return (
    <FormDialog
      title="Overrule a figure"
      action="Overrule"
      width={600}
      isDisabled={!fits}
      onSubmit={() => void submit()}
      onClose={closeDialog}
    >
      <p dir="auto">
        {figure.source}: “{figure.exact} {figure.counts}” ({figure.series})
      </p>
      <Select
        label="What holds instead"
        value={saying}
        onChange={setSaying}
        options={possible.map((value) => ({ value, label: SAYINGS[value], text: SAYINGS[value] }))}
      />
      {wantsOther && other && (
        <Select
          label={saying === 'series' ? 'What it counts' : 'With which it agrees'}
          value={other.id}
          onChange={setOtherId}
          options={others.map((each) => {
            const text = `${each.source}: ${amountInWords(each)} ${each.counts}`
            return { value: each.id, label: text, text }
          })}
        />
      )}
      <TextField label="Because" value={because} onChange={setBecause} autoFocus isRequired />
    </FormDialog>
  )
}
