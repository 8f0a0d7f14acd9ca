import type { Command } from '../registry/command.ts'
import { all, when } from '../registry/condition.ts'
import { caseWritable, sourceShown } from '../registry/conditions.ts'
import { useReader } from '../state/sources/readers.ts'
import { useSuggestions } from '../state/sources/suggestions.ts'
import { showDialog } from '../state/window/dialogs.ts'
import { announce } from '../state/window/toasts.ts'

/** The open source has something to quote that isn't quoted. */
const suggested = when(useSuggestions, ({ quotes }) => {
  const { sourceId } = useReader.getState()
  return sourceId !== null && (quotes.get(sourceId)?.length ?? 0) > 0
})

export const commands: Command[] = [
  {
    id: 'review-suggestions',
    title: 'Look through the suggested quotes of the source…',
    menu: { place: 'edit/find', label: 'Suggested Quotes of the Source…', order: 2 },
    when: all(caseWritable, sourceShown, suggested),
    run: () => {
      const { sourceId } = useReader.getState()
      if (sourceId !== null) showDialog({ kind: 'suggestions', sourceId })
    }
  },
  {
    id: 'show-suggestions',
    title: 'Underline suggested quotes, or stop doing so',
    menu: { place: 'view/show', label: 'Suggested Quotes in the Text' },
    when: sourceShown,
    run: () => {
      useSuggestions.setState(({ showsQuotes }) => ({ showsQuotes: !showsQuotes, current: null }))
      announce(`Suggested quotes are ${useSuggestions.getState().showsQuotes ? '' : 'no longer '}underlined.`)
    }
  },
  {
    id: 'show-names',
    title: 'Underline names in the text, or stop doing so',
    menu: { place: 'view/show', label: 'Names in the Text' },
    when: sourceShown,
    run: () => {
      useSuggestions.setState(({ showsNames }) => ({ showsNames: !showsNames }))
      announce(`Names are ${useSuggestions.getState().showsNames ? '' : 'no longer '}underlined.`)
    }
  },
  {
    id: 'show-dates',
    title: 'Underline dates in the text, or stop doing so',
    menu: { place: 'view/show', label: 'Dates in the Text' },
    when: sourceShown,
    run: () => {
      useSuggestions.setState(({ showsDates }) => ({ showsDates: !showsDates }))
      announce(`Dates are ${useSuggestions.getState().showsDates ? '' : 'no longer '}underlined.`)
    }
  }
]
