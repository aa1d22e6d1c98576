/** Who can be chosen on the demo's sign-in page, by short name, and what the page says about them. */
export const demoNotes: Readonly<Record<string, string>> = {
  bea: 'Patient, has not started',
  enid: 'Patient, questions half done',
  june: 'Patient, we call her today',
  marla: 'Patient, waits for her video visit',
  saul: 'Patient, video visit tomorrow',
  tom: 'Patient, injection tomorrow',
  ivo: 'Patient, injection today',
  otis: 'Patient, two-week check today',
  nora: 'Provider',
  robin: 'Scheduler',
  alex: 'Admin',
}
