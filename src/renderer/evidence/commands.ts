import type { Command } from '../registry/command.ts'
import { caseOpen } from '../registry/conditions.ts'
import { focusedPane, focusPane, focusPaneSoon, revealPane, useLayout } from '../state/window/layout.ts'

/** Shows the evidence beside the brief and enters it; from within it hides it and goes back to the text. */
export const toggleEvidence: Command = {
  id: 'evidence',
  title: 'Show or hide the evidence beside the brief',
  menu: { place: 'view/show', label: 'Evidence Beside the Brief' },
  keys: 'Mod Alt E',
  area: 'window',
  when: caseOpen,
  run: () => {
    const { hidden } = useLayout.getState()
    if (!hidden.evidence && focusedPane() === 'evidence') return hideEvidence()
    const isNew = hidden.evidence
    revealPane('evidence')
    if (isNew) focusPaneSoon('evidence')
    else focusPane('evidence')
  }
}

/** Hides the evidence and gives the focus to the text. */
export function hideEvidence(): void {
  useLayout.setState(({ hidden }) => ({ hidden: { ...hidden, evidence: true } }))
  focusPaneSoon('brief')
}
