import { useState } from 'react'
import { OCR_LANGUAGE_NAMES, OCR_LANGUAGES, type OcrLanguage } from '../../shared/source/recognition.ts'
import { sourceRow, useCase } from '../state/case/case.ts'
import { recognise } from '../state/sources/recognition.ts'
import { closeDialog } from '../state/window/dialogs.ts'
import { Checkbox } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import { count } from '../ui/format.ts'

/** In which languages the text of sources is to be recognised. */
export function RecogniseDialog({ ids }: { ids: string[] }) {
  const sources = useCase((state) => state.sources)
  const [languages, setLanguages] = useState<readonly OcrLanguage[]>([])
  const many = ids.length === 1 ? (sourceRow(sources, ids[0]!)?.key ?? 'the source') : count(ids.length, 'source')
  const submit = (): void => {
    closeDialog()
    void recognise(ids, languages.length === 0 ? null : [...languages])
  }
  return (
    <FormDialog
      title={`Recognise the text of ${many}`}
      action="Recognise"
      width={480}
      onSubmit={submit}
      onClose={closeDialog}
    >
      <p>
        The pictures of {many} are read on this machine, a few seconds for each page. The originals are only read;
        quotes say that they stand in recognised text. You can go on working meanwhile.
      </p>
      <fieldset className="ocr-languages">
        <legend>Languages</legend>
        {OCR_LANGUAGES.map((language) => (
          <Checkbox
            key={language}
            label={OCR_LANGUAGE_NAMES[language]}
            isSelected={languages.includes(language)}
            onChange={(on) =>
              setLanguages(on ? [...languages, language] : languages.filter((other) => other !== language))
            }
          />
        ))}
        <p className="hint">
          With none ticked, each source is read in its own language as far as it’s known, else in that of most sources
          of the case.
        </p>
      </fieldset>
    </FormDialog>
  )
}
