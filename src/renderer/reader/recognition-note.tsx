import { canRecognise } from '../../shared/source/recognition-report.ts'
import { recognitionWords } from '../../shared/source/recognition.ts'
import type { Source } from '../../shared/source/source.ts'
import { useCase } from '../state/case/case.ts'
import { offerRecognition, useRecognition } from '../state/sources/recognition.ts'
import { Button } from '../ui/button.tsx'

/** That a text was recognised, and how surely; or, where there is none, the way to have it recognised. */
export function RecognitionNote({ source }: { source: Source }) {
  const readOnly = useCase((state) => state.readOnly)
  const running = useRecognition((state) => state.running)
  const { recognition, characters, notice } = source.text
  if (recognition) {
    return (
      <p className="recognition-note">
        This text was {recognitionWords(recognition)}. Words underlined with dots are unsure: compare them with the
        original.
      </p>
    )
  }
  if (characters > 0 || !canRecognise(source)) return null
  return (
    <div className="recognition-note">
      <p>{notice}</p>
      <Button look="primary" isDisabled={readOnly || running} onPress={() => offerRecognition([source.id])}>
        Recognise its text…
      </Button>
    </div>
  )
}
