/** Id of the form that holds a page's questions. */
export const formId = 'questions'
