import type { Command } from '../registry/command.ts'
import { all } from '../registry/condition.ts'
import { caseClear, caseSealed, caseWritable } from '../registry/conditions.ts'
import { showDialog } from '../state/window/dialogs.ts'
import { lockCase } from '../state/session/close-case.ts'

export const lock = {
  id: 'lock-case',
  title: 'Lock the case',
  menu: { place: 'protect/encryption', label: 'Lock Case' },
  keys: 'Mod L',
  when: caseSealed,
  run: lockCase
} satisfies Command

export const encrypt: Command = {
  id: 'encrypt-case',
  title: 'Encrypt the case…',
  menu: { place: 'protect/encryption', label: 'Encrypt Case…' },
  when: all(caseWritable, caseClear),
  run: () => showDialog({ kind: 'encrypt' })
}

export const changePassphrase: Command = {
  id: 'change-passphrase',
  title: 'Change the passphrase…',
  menu: { place: 'protect/encryption', label: 'Change Passphrase…' },
  when: all(caseWritable, caseSealed),
  run: () => showDialog({ kind: 'passphrase' })
}

export const decrypt: Command = {
  id: 'decrypt-case',
  title: 'Decrypt the case…',
  menu: { place: 'protect/encryption', label: 'Decrypt Case…' },
  when: all(caseWritable, caseSealed),
  run: () => showDialog({ kind: 'decrypt' })
}

export const commands = [lock, encrypt, changePassphrase, decrypt]
