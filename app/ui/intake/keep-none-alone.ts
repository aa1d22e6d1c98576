/** Of "none" and other answers to one question, the one chosen last stays. */
export function keepNoneAlone(box: HTMLInputElement, form: HTMLFormElement): void {
  if (!box.checked) return
  for (const other of form.querySelectorAll<HTMLInputElement>(`input[type=checkbox][name="${box.name}"]`))
    if (other !== box && (box.value === 'none' || other.value === 'none')) other.checked = false
}
