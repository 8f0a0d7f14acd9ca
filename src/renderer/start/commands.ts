import type { Command } from '../registry/command.ts'
import { caseOpen, caseWritable } from '../registry/conditions.ts'
import { showDialog } from '../state/window/dialogs.ts'
import { closeCase } from '../state/session/close-case.ts'
import { chooseCase } from '../state/session/open-case.ts'
import { chooseBundle } from './open-bundle.ts'

export const newCase: Command = {
  id: 'new-case',
  title: 'New case…',
  menu: { place: 'file/case', label: 'New Case…' },
  keys: 'Mod N',
  run: () => showDialog({ kind: 'new-case' })
}

export const openCase: Command = {
  id: 'open-case',
  title: 'Open a case…',
  menu: { place: 'file/case', label: 'Open Case…' },
  keys: 'Mod O',
  run: chooseCase
}

export const openBundle: Command = {
  id: 'open-bundle',
  title: 'Open a bundle…',
  menu: { place: 'file/case', label: 'Open Bundle…' },
  run: () => chooseBundle('open-bundle')
}

const openBundleFolder: Command = {
  id: 'open-bundle-folder',
  title: 'Open a bundle that is a folder…',
  menu: { place: 'file/case', label: 'Open Bundle Folder…' },
  run: () => chooseBundle('open-bundle-folder')
}

export const close: Command = {
  id: 'close-case',
  title: 'Close the case',
  menu: { place: 'file/case', label: 'Close Case' },
  keys: 'Mod Shift W',
  when: caseOpen,
  run: closeCase
}

export const editCase: Command = {
  id: 'edit-case',
  title: 'Title and handling of the case…',
  when: caseWritable,
  run: () => showDialog({ kind: 'case' })
}

export const commands = [newCase, openCase, openBundle, openBundleFolder, close, editCase]
