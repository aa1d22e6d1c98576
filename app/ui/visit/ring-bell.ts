const notes = [
  { pitch: 659.3, at: 0 },
  { pitch: 880, at: 0.22 },
]
const rings = { seconds: 1.1 }

/** Rings a bell of two notes; silent where the browser does not let a page make a sound yet. */
export async function ringBell(): Promise<void> {
  try {
    const sound = new AudioContext()
    await sound.resume()
    for (const note of notes) {
      const tone = sound.createOscillator()
      const volume = sound.createGain()
      const start = sound.currentTime + note.at
      tone.frequency.value = note.pitch
      volume.gain.setValueAtTime(0.0001, start)
      volume.gain.exponentialRampToValueAtTime(0.4, start + 0.02)
      volume.gain.exponentialRampToValueAtTime(0.0001, start + rings.seconds - note.at)
      tone.connect(volume).connect(sound.destination)
      tone.start(start)
      tone.stop(start + rings.seconds)
    }
    setTimeout(() => void sound.close(), rings.seconds * 2000)
  } catch {
    return
  }
}
