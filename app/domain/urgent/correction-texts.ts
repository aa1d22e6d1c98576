/** Fixed texts around a wrong tap: the link on the emergency page, the second question, and what is said after it. */
export const correctionTexts = {
  link: 'I tapped the wrong answer',
  title: 'Did you tap the wrong answer?',
  lead: {
    '911': 'Here is the question once more. Please answer it again. If your first answer is true, call 911 now.',
    '988':
      'Here is the question once more. Please answer it again. If your first answer is true, call or text 988 now.',
  },
  send: 'Save this answer',
  keep: 'No, my first answer is true',
  same: {
    '911': 'You gave the same answer again. Please call 911 now. We call you, too.',
    '988': 'You gave the same answer again. Please call or text 988 now. We call you, too.',
  },
  still: {
    '911': 'We changed your answer. It still needs help now. Please call 911. We call you, too.',
    '988': 'We changed your answer. It still needs help now. Please call or text 988. We call you, too.',
  },
  changed: {
    title: 'Thank you. We changed your answer.',
    lead: 'A wrong tap can happen to anyone. A clinician still calls you, to be sure. You can go on with your questions.',
    booking: 'You can choose a visit after the call.',
    worse: 'If your first answer is true after all, or you get worse, do not wait:',
  },
} as const
