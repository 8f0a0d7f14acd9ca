import type { Command } from '../registry/command.ts'
import { caseOpen } from '../registry/conditions.ts'
import { showDialog } from '../state/window/dialogs.ts'
import { showPanel } from '../state/window/layout.ts'
import { VerifyPanel } from './verify-panel.tsx'
import { verifyCase } from './verify-state.ts'

/** Verifies the case and shows what was found in the library's place. */
export const verify: Command = {
  id: 'verify-case',
  title: 'Verify the case',
  menu: { place: 'verify', label: 'Verify Case' },
  keys: 'Mod Shift C',
  when: caseOpen,
  run: () => {
    showPanel(VerifyPanel)
    return verifyCase()
  }
}

export const verifyPdf: Command = {
  id: 'verify-pdf',
  title: 'Verify a PDF…',
  menu: { place: 'verify', label: 'Verify a PDF…' },
  run: () => showDialog({ kind: 'verify-pdf', file: null })
}

export const commands = [verify, verifyPdf]
