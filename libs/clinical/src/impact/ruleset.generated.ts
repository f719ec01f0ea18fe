// Made from libs/clinical/rules by `npm run generate`. Edit the YAML instead.
export const ruleSource: readonly unknown[] = [
  {
    "id": "AL-04",
    "version": 1,
    "status": "draft",
    "role": "@all",
    "basis": "net",
    "when": {
      "anyOf": [
        "stage.de-escalated",
        "plan.completed"
      ]
    },
    "where": [
      {
        "field": "plan.stage.value",
        "op": "eq",
        "value": "maintenance"
      },
      {
        "field": "member.role",
        "op": "notIn",
        "value": [
          "imaging",
          "spine-surgery",
          "orthopedics"
        ]
      }
    ],
    "reason": "The plan goes over to {stage}.",
    "ask": {
      "code": "acknowledge",
      "text": "Home program[, back on {returnWhen}], sooner when it gets worse."
    },
    "urgency": "R",
    "due": {
      "businessDays": 5
    },
    "slice": [
      "identity"
    ],
    "ifNoMember": "skip",
    "source": [
      "S12"
    ],
    "examples": [
      {
        "before": {
          "stage": {
            "value": "interventional-therapeutic"
          }
        },
        "after": {
          "stage": {
            "value": "maintenance"
          }
        },
        "expect": "fires"
      },
      {
        "before": {
          "stage": {
            "value": "advanced"
          }
        },
        "after": {
          "stage": {
            "value": "interventional-therapeutic"
          }
        },
        "expect": "silent"
      },
      {
        "before": {
          "stage": {
            "value": "interventional-therapeutic"
          }
        },
        "after": {
          "stage": {
            "value": "maintenance"
          }
        },
        "expect": "silent",
        "as": "imaging"
      }
    ]
  },
  {
    "id": "AL-05",
    "version": 1,
    "status": "draft",
    "role": "@engaged",
    "basis": "net",
    "when": {
      "anyOf": [
        "imaging.resulted"
      ]
    },
    "where": [
      {
        "field": "item.changesDiagnosis",
        "op": "eq",
        "value": true
      },
      {
        "field": "member.role",
        "op": "ne",
        "value": "imaging"
      }
    ],
    "reason": "Imaging changed the picture: {diagnosis}[ {level}].",
    "ask": {
      "code": "acknowledge",
      "text": "Adapt to it."
    },
    "urgency": "R",
    "due": {
      "businessDays": 3
    },
    "slice": [
      "role"
    ],
    "ifNoMember": "skip",
    "source": [
      "S2"
    ],
    "examples": [
      {
        "before": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "M54.17",
              "group": "facet",
              "status": "confirmed"
            }
          ],
          "imaging": [
            {
              "id": "i1",
              "modality": "mri",
              "region": "lumbar spine",
              "reason": "leg pain",
              "status": "ordered",
              "diagnosisId": "d1"
            }
          ]
        },
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "M54.17",
              "group": "facet",
              "status": "confirmed"
            }
          ],
          "imaging": [
            {
              "id": "i1",
              "modality": "mri",
              "region": "lumbar spine",
              "reason": "leg pain",
              "status": "resulted",
              "diagnosisId": "d1",
              "changesDiagnosis": true
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "M54.17",
              "group": "facet",
              "status": "confirmed"
            }
          ],
          "imaging": [
            {
              "id": "i1",
              "modality": "mri",
              "region": "lumbar spine",
              "reason": "leg pain",
              "status": "ordered",
              "diagnosisId": "d1"
            }
          ]
        },
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "M54.17",
              "group": "facet",
              "status": "confirmed"
            }
          ],
          "imaging": [
            {
              "id": "i1",
              "modality": "mri",
              "region": "lumbar spine",
              "reason": "leg pain",
              "status": "resulted",
              "diagnosisId": "d1"
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "M54.17",
              "group": "facet",
              "status": "confirmed"
            }
          ],
          "imaging": [
            {
              "id": "i1",
              "modality": "mri",
              "region": "lumbar spine",
              "reason": "leg pain",
              "status": "ordered",
              "diagnosisId": "d1"
            }
          ]
        },
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "M54.17",
              "group": "facet",
              "status": "confirmed"
            }
          ],
          "imaging": [
            {
              "id": "i1",
              "modality": "mri",
              "region": "lumbar spine",
              "reason": "leg pain",
              "status": "resulted",
              "diagnosisId": "d1",
              "changesDiagnosis": true
            }
          ]
        },
        "expect": "silent",
        "as": "imaging"
      }
    ]
  },
  {
    "id": "AL-01",
    "version": 1,
    "status": "draft",
    "role": "@all",
    "basis": "net",
    "when": {
      "anyOf": [
        "safety-net.changed"
      ]
    },
    "where": [
      {
        "field": "change.which",
        "op": "eq",
        "value": "callWhom"
      },
      {
        "field": "before.callWhom",
        "op": "exists"
      }
    ],
    "reason": "The number to call about this plan is now {contact}.",
    "ask": {
      "code": "acknowledge",
      "text": "Use this number from now on."
    },
    "urgency": "R",
    "due": {
      "businessDays": 3
    },
    "slice": [
      "identity"
    ],
    "ifNoMember": "skip",
    "source": [
      "S3"
    ],
    "examples": [
      {
        "before": {
          "safetyNet": {
            "callWhom": {
              "name": "Nurse line",
              "number": "1"
            }
          }
        },
        "after": {
          "safetyNet": {
            "callWhom": {
              "name": "Nurse line",
              "number": "2"
            }
          }
        },
        "expect": "fires",
        "reason": "The number to call about this plan is now Nurse line, 2."
      },
      {
        "before": {},
        "after": {
          "safetyNet": {
            "callWhom": {
              "name": "Nurse line",
              "number": "2"
            }
          }
        },
        "expect": "silent"
      },
      {
        "before": {
          "safetyNet": {
            "callWhom": {
              "name": "Nurse line",
              "number": "1"
            },
            "watchFor": [
              "fever"
            ]
          }
        },
        "after": {
          "safetyNet": {
            "callWhom": {
              "name": "Nurse line",
              "number": "1"
            },
            "watchFor": [
              "fever",
              "new weakness"
            ]
          }
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "AL-02",
    "version": 1,
    "status": "draft",
    "role": "@all",
    "basis": "net",
    "when": {
      "anyOf": [
        "plan.revoked"
      ]
    },
    "reason": "This pain plan ended.",
    "ask": {
      "code": "stop-work",
      "text": "No further treatment on this plan; closing note.",
      "doBy": {
        "businessDays": 7
      }
    },
    "urgency": "U",
    "due": {
      "businessDays": 1
    },
    "slice": [
      "identity"
    ],
    "ifNoMember": "skip",
    "source": [
      "P"
    ],
    "examples": [
      {
        "before": {},
        "after": {
          "status": "revoked",
          "statusReason": "the patient withdraws"
        },
        "expect": "fires",
        "reason": "This pain plan ended."
      },
      {
        "before": {},
        "after": {
          "status": "on-hold"
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "AL-03",
    "version": 1,
    "status": "draft",
    "role": "@all",
    "basis": "net",
    "when": {
      "anyOf": [
        "plan.held",
        "plan.resumed"
      ]
    },
    "reason": "The pain plan is now {planStatus}.",
    "ask": {
      "code": "acknowledge",
      "text": "Pause your part while it is on hold; go on with it when it is active again."
    },
    "urgency": "U",
    "due": {
      "businessDays": 1
    },
    "slice": [
      "identity"
    ],
    "ifNoMember": "skip",
    "source": [
      "P"
    ],
    "examples": [
      {
        "before": {},
        "after": {
          "status": "on-hold"
        },
        "expect": "fires",
        "reason": "The pain plan is now on hold."
      },
      {
        "before": {},
        "after": {
          "status": "completed"
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "AL-06",
    "version": 1,
    "status": "draft",
    "role": "@engaged",
    "basis": "net",
    "when": {
      "anyOf": [
        "diagnosis.ruled-out",
        "diagnosis.resolved"
      ]
    },
    "reason": "{diagnosis} is {after}.",
    "ask": {
      "code": "stop-work",
      "text": "No further work on this focus."
    },
    "urgency": "R",
    "due": {
      "businessDays": 3
    },
    "slice": [
      "role"
    ],
    "ifNoMember": "skip",
    "source": [
      "S2"
    ],
    "examples": [
      {
        "before": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "M54.17",
              "status": "confirmed",
              "group": "facet"
            }
          ]
        },
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "M54.17",
              "status": "ruled-out",
              "group": "facet"
            }
          ]
        },
        "expect": "fires",
        "reason": "Facet is ruled out."
      },
      {
        "before": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "M54.17",
              "status": "confirmed",
              "group": "facet"
            }
          ]
        },
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "M54.17",
              "status": "confirmed",
              "group": "facet"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "AL-07",
    "version": 1,
    "status": "draft",
    "role": "@all",
    "basis": "net",
    "when": {
      "anyOf": [
        "red-flag.cleared"
      ]
    },
    "where": [
      {
        "field": "member.toldOf",
        "op": "includes",
        "value": "@change.itemId"
      }
    ],
    "reason": "The urgent review ended[: {finding}].",
    "ask": {
      "code": "resume-loading",
      "text": "Go on as the plan now says."
    },
    "urgency": "R",
    "due": {
      "businessDays": 1
    },
    "slice": [
      "role"
    ],
    "ifNoMember": "skip",
    "covers": [
      "TH-05"
    ],
    "source": [
      "S4"
    ],
    "examples": [
      {
        "before": {
          "redFlags": [
            {
              "id": "g1",
              "kind": "fracture",
              "observedAt": "2027-04-06T08:30:00-04:00",
              "status": "active"
            }
          ]
        },
        "after": {
          "redFlags": [
            {
              "id": "g1",
              "kind": "fracture",
              "observedAt": "2027-04-06T08:30:00-04:00",
              "status": "cleared",
              "finding": "no fracture"
            }
          ]
        },
        "expect": "fires",
        "reason": "The urgent review ended."
      },
      {
        "before": {
          "redFlags": [
            {
              "id": "g2",
              "kind": "fracture",
              "observedAt": "2027-04-06T08:30:00-04:00",
              "status": "active"
            }
          ]
        },
        "after": {
          "redFlags": [
            {
              "id": "g2",
              "kind": "fracture",
              "observedAt": "2027-04-06T08:30:00-04:00",
              "status": "cleared"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "AL-08",
    "version": 1,
    "status": "draft",
    "role": "@referred",
    "basis": "net",
    "when": {
      "anyOf": [
        "referral.needed",
        "referral.changed"
      ]
    },
    "reason": "{question}",
    "ask": {
      "code": "evaluate",
      "text": "Accept, decline or ask."
    },
    "urgency": "R",
    "due": {
      "businessDays": 2
    },
    "dueWhen": [
      {
        "where": [
          {
            "field": "item.urgency",
            "op": "in",
            "value": [
              "same-day",
              "emergency"
            ]
          }
        ],
        "due": {
          "sameDay": true
        },
        "urgency": "S"
      },
      {
        "where": [
          {
            "field": "item.urgency",
            "op": "eq",
            "value": "urgent"
          }
        ],
        "due": {
          "businessDays": 1
        },
        "urgency": "U"
      }
    ],
    "slice": [
      "role"
    ],
    "ifNoMember": "assign",
    "source": [
      "S16"
    ],
    "examples": [
      {
        "before": {},
        "after": {
          "referralsNeeded": [
            {
              "id": "n1",
              "role": "physical-therapy",
              "question": "Is the gait safe?"
            }
          ]
        },
        "expect": "fires",
        "reason": "Is the gait safe?"
      },
      {
        "before": {},
        "after": {
          "referralsNeeded": [
            {
              "id": "n1",
              "role": "urology",
              "question": "organ causes?"
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {},
        "after": {
          "referralsNeeded": [
            {
              "id": "n1",
              "role": "physical-therapy",
              "question": "Is the gait safe?",
              "urgency": "same-day"
            }
          ]
        },
        "expect": "fires",
        "urgency": "S"
      },
      {
        "before": {},
        "after": {
          "referralsNeeded": [
            {
              "id": "n1",
              "role": "physical-therapy",
              "question": "Is the gait safe?",
              "urgency": "urgent"
            }
          ]
        },
        "expect": "fires",
        "urgency": "U"
      }
    ]
  },
  {
    "id": "AL-09",
    "version": 1,
    "status": "draft",
    "role": "@referred",
    "basis": "net",
    "when": {
      "anyOf": [
        "referral.withdrawn"
      ]
    },
    "reason": "This referral is no longer needed.",
    "ask": {
      "code": "stop-work",
      "text": "Nothing more to do on it."
    },
    "urgency": "R",
    "due": {
      "businessDays": 1
    },
    "slice": [
      "role"
    ],
    "ifNoMember": "skip",
    "source": [
      "P"
    ],
    "examples": [
      {
        "before": {
          "referralsNeeded": [
            {
              "id": "n1",
              "role": "physical-therapy",
              "question": "gait?"
            }
          ]
        },
        "after": {},
        "expect": "fires"
      },
      {
        "before": {
          "referralsNeeded": [
            {
              "id": "n1",
              "role": "urology",
              "question": "organ?"
            }
          ]
        },
        "after": {},
        "expect": "silent"
      }
    ]
  },
  {
    "id": "AL-10",
    "version": 1,
    "status": "draft",
    "role": "@engaged",
    "basis": "net",
    "when": {
      "anyOf": [
        "diagnosis.changed",
        "generator.changed"
      ]
    },
    "reason": "The working diagnosis changed[ from {before}] to {after}.",
    "ask": {
      "code": "adjust-program",
      "text": "Adapt to it."
    },
    "urgency": "R",
    "due": {
      "businessDays": 3
    },
    "slice": [
      "role"
    ],
    "ifNoMember": "skip",
    "source": [
      "S2"
    ],
    "examples": [
      {
        "before": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "M54.17",
              "status": "confirmed",
              "group": "facet"
            }
          ]
        },
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "M53.3",
              "status": "confirmed",
              "group": "sacroiliac"
            }
          ]
        },
        "expect": "fires",
        "reason": "The working diagnosis changed from facet to sacroiliac."
      },
      {
        "before": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "M54.17",
              "status": "confirmed",
              "group": "facet"
            }
          ]
        },
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "M54.17",
              "status": "confirmed",
              "group": "facet",
              "text": "in other words"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "BH-01",
    "version": 1,
    "status": "draft",
    "role": "behavioral-health",
    "basis": "net",
    "when": {
      "anyOf": [
        "behavioral.requested"
      ]
    },
    "where": [
      {
        "field": "item.kind",
        "op": "ne",
        "value": "pre-implant-evaluation"
      }
    ],
    "reason": "The team asks for {behavioralKind} alongside the pain plan.",
    "ask": {
      "code": "evaluate",
      "text": "Accept, first visit."
    },
    "urgency": "R",
    "due": {
      "businessDays": 3
    },
    "slice": [
      "behavioral-request"
    ],
    "ifNoMember": "assign",
    "source": [
      "S4",
      "S7"
    ],
    "examples": [
      {
        "before": {},
        "after": {
          "behavioral": [
            {
              "id": "b1",
              "kind": "cbt",
              "status": "requested"
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {},
        "after": {
          "behavioral": [
            {
              "id": "b1",
              "kind": "pre-implant-evaluation",
              "status": "requested"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "BH-02",
    "version": 1,
    "status": "draft",
    "role": "behavioral-health",
    "basis": "net",
    "when": {
      "anyOf": [
        "procedure.planned"
      ]
    },
    "where": [
      {
        "field": "item.type",
        "op": "in",
        "value": [
          "scs-trial",
          "drg-trial",
          "intrathecal-pump"
        ]
      },
      {
        "field": "item.group",
        "op": "ne",
        "value": "cancer-pain"
      },
      {
        "field": "plan.isPreImplantCleared",
        "op": "eq",
        "value": false
      }
    ],
    "reason": "A stimulator or pump is considered; an evaluation is required before an implant.",
    "ask": {
      "code": "evaluate",
      "text": "Pre-implant evaluation; answer cleared or not cleared.",
      "doBy": {
        "businessDays": 10
      }
    },
    "urgency": "R",
    "due": {
      "businessDays": 3
    },
    "slice": [
      "behavioral-request"
    ],
    "ifNoMember": "assign",
    "covers": [
      "BH-05"
    ],
    "source": [
      "S6",
      "C14"
    ],
    "examples": [
      {
        "before": {},
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "drg-trial",
              "intent": "trial",
              "status": "planned"
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {},
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "sympathetic-block",
              "intent": "therapeutic",
              "status": "planned"
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "G89.3",
              "group": "cancer-pain",
              "status": "confirmed"
            }
          ]
        },
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "G89.3",
              "group": "cancer-pain",
              "status": "confirmed"
            }
          ],
          "procedures": [
            {
              "id": "p1",
              "type": "intrathecal-pump",
              "intent": "implant",
              "status": "planned",
              "diagnosisId": "d1"
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {
          "behavioral": [
            {
              "id": "b1",
              "kind": "pre-implant-evaluation",
              "status": "completed",
              "clearance": "cleared"
            }
          ]
        },
        "after": {
          "behavioral": [
            {
              "id": "b1",
              "kind": "pre-implant-evaluation",
              "status": "completed",
              "clearance": "cleared"
            }
          ],
          "procedures": [
            {
              "id": "p1",
              "type": "drg-trial",
              "intent": "trial",
              "status": "planned"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "BH-03",
    "version": 2,
    "status": "draft",
    "role": "behavioral-health",
    "basis": "net",
    "when": {
      "anyOf": [
        "diagnosis.added",
        "diagnosis.confirmed",
        "diagnosis.changed"
      ]
    },
    "where": [
      {
        "field": "item.group",
        "op": "in",
        "value": [
          "crps",
          "fibromyalgia",
          "widespread-myofascial"
        ]
      }
    ],
    "unless": [
      {
        "field": "change.type",
        "op": "eq",
        "value": "diagnosis.changed"
      },
      {
        "field": "item.isAnotherDisease",
        "op": "eq",
        "value": false
      }
    ],
    "reason": "{diagnosisGroup}: skills and sleep work best early.",
    "ask": {
      "code": "evaluate",
      "text": "Screening and program."
    },
    "urgency": "R",
    "due": {
      "businessDays": 3
    },
    "dueWhen": [
      {
        "where": [
          {
            "field": "item.group",
            "op": "eq",
            "value": "crps"
          }
        ],
        "due": {
          "businessDays": 2
        },
        "urgency": "U"
      }
    ],
    "slice": [
      "behavioral-request"
    ],
    "ifNoMember": "assign",
    "source": [
      "S7"
    ],
    "examples": [
      {
        "before": {},
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "M79.7",
              "group": "fibromyalgia",
              "status": "confirmed"
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {},
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "M54.17",
              "group": "facet",
              "status": "confirmed"
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "M79.671",
              "group": "facet",
              "status": "suspected"
            }
          ]
        },
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "G90.521",
              "group": "crps",
              "status": "suspected",
              "side": "right"
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "G90.521",
              "group": "crps",
              "status": "suspected",
              "side": "right"
            }
          ]
        },
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "G90.522",
              "group": "crps",
              "status": "suspected",
              "side": "left"
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "M79.7",
              "group": "fibromyalgia",
              "status": "suspected"
            }
          ]
        },
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "M79.7",
              "group": "fibromyalgia",
              "status": "confirmed"
            }
          ]
        },
        "expect": "fires"
      }
    ]
  },
  {
    "id": "BH-05",
    "version": 1,
    "status": "draft",
    "role": "behavioral-health",
    "basis": "net",
    "when": {
      "anyOf": [
        "stage.escalated"
      ]
    },
    "where": [
      {
        "field": "plan.stage.value",
        "op": "eq",
        "value": "advanced"
      }
    ],
    "reason": "Advanced options are being prepared.",
    "ask": {
      "code": "acknowledge",
      "text": "Say what would help before it."
    },
    "urgency": "R",
    "due": {
      "businessDays": 3
    },
    "slice": [
      "behavioral-request"
    ],
    "ifNoMember": "skip",
    "source": [
      "S6"
    ],
    "examples": [
      {
        "before": {},
        "after": {
          "stage": {
            "value": "advanced"
          }
        },
        "expect": "fires"
      },
      {
        "before": {},
        "after": {
          "stage": {
            "value": "interventional-diagnostic"
          }
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "BH-07",
    "version": 1,
    "status": "draft",
    "role": "behavioral-health",
    "basis": "net",
    "when": {
      "anyOf": [
        "target.added",
        "target.changed"
      ]
    },
    "where": [
      {
        "field": "item.kind",
        "op": "eq",
        "value": "sleep"
      }
    ],
    "reason": "Sleep or skills target: {measure} {baseline} to {target}[ by {by}].",
    "ask": {
      "code": "adjust-program",
      "text": "Align the program with it."
    },
    "urgency": "R",
    "due": {
      "businessDays": 3
    },
    "slice": [
      "behavioral-request"
    ],
    "ifNoMember": "skip",
    "source": [
      "S4",
      "S12"
    ],
    "examples": [
      {
        "before": {},
        "after": {
          "targets": [
            {
              "id": "t1",
              "kind": "sleep",
              "measure": "sleep-h",
              "baseline": 10,
              "target": 30,
              "status": "open"
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {},
        "after": {
          "targets": [
            {
              "id": "t1",
              "kind": "function",
              "measure": "walk-min",
              "baseline": 10,
              "target": 30,
              "status": "open"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "BH-06",
    "version": 1,
    "status": "draft",
    "role": "behavioral-health",
    "basis": "net",
    "when": {
      "anyOf": [
        "procedure.result-recorded"
      ]
    },
    "where": [
      {
        "field": "item.isTrial",
        "op": "eq",
        "value": true
      },
      {
        "field": "item.opensNextStep",
        "op": "eq",
        "value": true
      }
    ],
    "unless": [
      {
        "field": "plan.isPreImplantCleared",
        "op": "eq",
        "value": true
      }
    ],
    "reason": "The trial helped; the implant waits for the evaluation.",
    "ask": {
      "code": "evaluate",
      "text": "Finish the pre-implant evaluation.",
      "doBy": {
        "businessDays": 5
      }
    },
    "urgency": "R",
    "due": {
      "businessDays": 3
    },
    "slice": [
      "behavioral-request"
    ],
    "ifNoMember": "assign",
    "source": [
      "C14"
    ],
    "examples": [
      {
        "before": {
          "procedures": [
            {
              "id": "p1",
              "type": "scs-trial",
              "intent": "trial",
              "status": "done",
              "scheduledAt": "2027-04-26T10:00:00-04:00",
              "doneAt": "2027-04-01T10:00:00-04:00"
            }
          ]
        },
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "scs-trial",
              "intent": "trial",
              "status": "done",
              "scheduledAt": "2027-04-26T10:00:00-04:00",
              "doneAt": "2027-04-01T10:00:00-04:00",
              "result": {
                "reliefPercent": 60
              }
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {
          "procedures": [
            {
              "id": "p1",
              "type": "scs-trial",
              "intent": "trial",
              "status": "done",
              "scheduledAt": "2027-04-26T10:00:00-04:00",
              "doneAt": "2027-04-01T10:00:00-04:00"
            }
          ]
        },
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "scs-trial",
              "intent": "trial",
              "status": "done",
              "scheduledAt": "2027-04-26T10:00:00-04:00",
              "doneAt": "2027-04-01T10:00:00-04:00",
              "result": {
                "reliefPercent": 20
              }
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "BH-08",
    "version": 1,
    "status": "draft",
    "role": "behavioral-health",
    "basis": "net",
    "when": {
      "anyOf": [
        "red-flag.raised"
      ]
    },
    "where": [
      {
        "field": "item.kind",
        "op": "eq",
        "value": "self-harm"
      }
    ],
    "reason": "A safety item is positive.",
    "ask": {
      "code": "evaluate",
      "text": "Urgent path today."
    },
    "urgency": "S",
    "due": {
      "sameDay": true
    },
    "slice": [
      "behavioral-request"
    ],
    "ifNoMember": "assign",
    "source": [
      "S4"
    ],
    "examples": [
      {
        "before": {},
        "after": {
          "redFlags": [
            {
              "id": "g1",
              "kind": "self-harm",
              "observedAt": "2027-04-06T08:30:00-04:00",
              "status": "active"
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {},
        "after": {
          "redFlags": [
            {
              "id": "g1",
              "kind": "fracture",
              "observedAt": "2027-04-06T08:30:00-04:00",
              "status": "active"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "BH-04",
    "version": 1,
    "status": "draft",
    "role": "behavioral-health",
    "basis": "net",
    "when": {
      "anyOf": [
        "opioid.taper-started"
      ]
    },
    "where": [
      {
        "field": "item.stewardship.context",
        "op": "ne",
        "value": "post-operative"
      }
    ],
    "reason": "A planned medication reduction runs[ from {from}][ to {until}][; steps on {dates}].",
    "ask": {
      "code": "monitor",
      "text": "Distress and withdrawal; call the clinic the same day."
    },
    "urgency": "U",
    "due": {
      "businessDays": 1
    },
    "slice": [
      "taper-dates"
    ],
    "ifNoMember": "assign",
    "source": [
      "C10"
    ],
    "examples": [
      {
        "before": {},
        "after": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "oxycodone"
              },
              "class": "opioid",
              "status": "tapering",
              "unit": "mg",
              "stewardship": {
                "context": "chronic-non-cancer",
                "taper": {
                  "state": "running",
                  "steps": [
                    {
                      "date": "2027-04-12",
                      "dose": 40
                    },
                    {
                      "date": "2027-05-10",
                      "dose": 30
                    }
                  ]
                }
              }
            }
          ]
        },
        "expect": "fires",
        "reason": "A planned medication reduction runs from 12 April 2027 to 10 May 2027; steps on 12 April 2027, 10 May 2027."
      },
      {
        "before": {},
        "after": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "oxycodone"
              },
              "class": "opioid",
              "status": "tapering",
              "stewardship": {
                "context": "post-operative",
                "taper": {
                  "state": "running",
                  "steps": [
                    {
                      "date": "2027-04-12",
                      "dose": 40
                    }
                  ]
                }
              }
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "BH-09",
    "version": 1,
    "status": "draft",
    "role": "behavioral-health",
    "basis": "net",
    "when": {
      "anyOf": [
        "procedure.planned"
      ]
    },
    "where": [
      {
        "field": "item.type",
        "op": "eq",
        "value": "intrathecal-pump"
      },
      {
        "field": "item.group",
        "op": "eq",
        "value": "cancer-pain"
      }
    ],
    "reason": "A pump is considered for {diagnosisGroup}.",
    "ask": {
      "code": "agree-plan",
      "text": "Say what support helps the patient and the family before it and after."
    },
    "urgency": "R",
    "due": {
      "businessDays": 3
    },
    "slice": [
      "behavioral-request"
    ],
    "ifNoMember": "skip",
    "source": [
      "S6"
    ],
    "examples": [
      {
        "before": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "G89.3",
              "group": "cancer-pain",
              "status": "confirmed"
            }
          ]
        },
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "G89.3",
              "group": "cancer-pain",
              "status": "confirmed"
            }
          ],
          "procedures": [
            {
              "id": "p1",
              "type": "intrathecal-pump",
              "intent": "implant",
              "status": "planned",
              "diagnosisId": "d1"
            }
          ]
        },
        "expect": "fires",
        "reason": "A pump is considered for cancer pain."
      },
      {
        "before": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "M96.1",
              "group": "post-laminectomy",
              "status": "confirmed"
            }
          ]
        },
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "M96.1",
              "group": "post-laminectomy",
              "status": "confirmed"
            }
          ],
          "procedures": [
            {
              "id": "p1",
              "type": "intrathecal-pump",
              "intent": "implant",
              "status": "planned",
              "diagnosisId": "d1"
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "G89.3",
              "group": "cancer-pain",
              "status": "confirmed"
            }
          ]
        },
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "G89.3",
              "group": "cancer-pain",
              "status": "confirmed"
            }
          ],
          "procedures": [
            {
              "id": "p1",
              "type": "peripheral-nerve-block",
              "intent": "therapeutic",
              "status": "planned",
              "diagnosisId": "d1"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "BH-10",
    "version": 1,
    "status": "draft",
    "role": "behavioral-health",
    "basis": "net",
    "when": {
      "anyOf": [
        "goal.changed"
      ]
    },
    "reason": "What matters most to the patient has changed[; now: {goal}].",
    "ask": {
      "code": "adjust-program",
      "text": "Re-aim the program."
    },
    "urgency": "R",
    "due": {
      "businessDays": 5
    },
    "slice": [
      "behavioral-request"
    ],
    "ifNoMember": "skip",
    "source": [
      "S13"
    ],
    "examples": [
      {
        "before": {
          "patientContext": {
            "workGoal": {
              "text": "full shifts",
              "targetId": "t1"
            },
            "lifeGoal": {
              "text": "golf"
            }
          },
          "targets": [
            {
              "id": "t1",
              "kind": "work-goal",
              "measure": "duty-h",
              "baseline": 0,
              "target": 12,
              "status": "open"
            },
            {
              "id": "t2",
              "kind": "work-goal",
              "measure": "duty-h",
              "baseline": 0,
              "target": 6,
              "status": "open"
            }
          ]
        },
        "after": {
          "patientContext": {
            "workGoal": {
              "text": "half shifts in the clinic",
              "targetId": "t2"
            },
            "lifeGoal": {
              "text": "golf"
            }
          },
          "targets": [
            {
              "id": "t1",
              "kind": "work-goal",
              "measure": "duty-h",
              "baseline": 0,
              "target": 12,
              "status": "open"
            },
            {
              "id": "t2",
              "kind": "work-goal",
              "measure": "duty-h",
              "baseline": 0,
              "target": 6,
              "status": "open"
            }
          ]
        },
        "expect": "fires",
        "reason": "What matters most to the patient has changed; now: half shifts in the clinic."
      },
      {
        "before": {
          "patientContext": {
            "lifeGoal": {
              "text": "golf",
              "targetId": "t1"
            }
          },
          "targets": [
            {
              "id": "t1",
              "kind": "life-goal",
              "measure": "walk-min",
              "baseline": 10,
              "target": 60,
              "status": "open"
            }
          ]
        },
        "after": {
          "patientContext": {
            "lifeGoal": {
              "text": "eighteen holes of golf",
              "targetId": "t1"
            }
          },
          "targets": [
            {
              "id": "t1",
              "kind": "life-goal",
              "measure": "walk-min",
              "baseline": 10,
              "target": 60,
              "status": "open"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "BH-11",
    "version": 1,
    "status": "draft",
    "role": "behavioral-health",
    "basis": "net",
    "when": {
      "anyOf": [
        "diagnosis.added",
        "diagnosis.confirmed"
      ]
    },
    "where": [
      {
        "field": "item.group",
        "op": "in",
        "value": [
          "whiplash",
          "post-laminectomy"
        ]
      }
    ],
    "reason": "{diagnosisGroup}: fear of movement slows recovery.",
    "ask": {
      "code": "evaluate",
      "text": "Fear of movement and distress; skills to move again."
    },
    "urgency": "R",
    "due": {
      "businessDays": 3
    },
    "slice": [
      "behavioral-request"
    ],
    "ifNoMember": "skip",
    "source": [
      "C"
    ],
    "toCite": "fear of movement as a predictor of slow recovery after whiplash and after spine surgery",
    "examples": [
      {
        "before": {},
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "S13.4XXA",
              "group": "whiplash",
              "status": "confirmed"
            }
          ]
        },
        "expect": "fires",
        "reason": "Whiplash: fear of movement slows recovery."
      },
      {
        "before": {},
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "M47.816",
              "group": "facet",
              "status": "confirmed"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "BH-12",
    "version": 1,
    "status": "draft",
    "role": "behavioral-health",
    "basis": "net",
    "when": {
      "anyOf": [
        "red-flag.raised"
      ]
    },
    "where": [
      {
        "field": "item.kind",
        "op": "eq",
        "value": "withdrawal"
      }
    ],
    "reason": "Distress during a planned medication reduction[; its steps: {dates}].",
    "ask": {
      "code": "contact-patient",
      "text": "Call the patient today and tell the clinic what you find."
    },
    "urgency": "S",
    "due": {
      "sameDay": true
    },
    "slice": [
      "taper-dates"
    ],
    "ifNoMember": "skip",
    "source": [
      "C10"
    ],
    "examples": [
      {
        "before": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "oxycodone"
              },
              "class": "opioid",
              "status": "tapering",
              "stewardship": {
                "context": "chronic-non-cancer",
                "taper": {
                  "state": "running",
                  "steps": [
                    {
                      "date": "2027-03-29",
                      "dose": 40
                    },
                    {
                      "date": "2027-04-26",
                      "dose": 30
                    }
                  ]
                }
              }
            }
          ]
        },
        "after": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "oxycodone"
              },
              "class": "opioid",
              "status": "tapering",
              "stewardship": {
                "context": "chronic-non-cancer",
                "taper": {
                  "state": "running",
                  "steps": [
                    {
                      "date": "2027-03-29",
                      "dose": 40
                    },
                    {
                      "date": "2027-04-26",
                      "dose": 30
                    }
                  ]
                }
              }
            }
          ],
          "redFlags": [
            {
              "id": "g1",
              "kind": "withdrawal",
              "observedAt": "2027-04-06T08:30:00-04:00",
              "status": "active"
            }
          ]
        },
        "expect": "fires",
        "reason": "Distress during a planned medication reduction; its steps: 29 March 2027, 26 April 2027."
      },
      {
        "before": {},
        "after": {
          "redFlags": [
            {
              "id": "g1",
              "kind": "self-harm",
              "observedAt": "2027-04-06T08:30:00-04:00",
              "status": "active"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "SD-20",
    "version": 1,
    "status": "draft",
    "role": "scheduling",
    "basis": "event",
    "when": {
      "event": [
        "appointment.rebooking-due"
      ]
    },
    "reason": "Missed on {day}: {what}; no new time is booked.",
    "ask": {
      "code": "call",
      "text": "Call the patient, and book a new time."
    },
    "urgency": "S",
    "due": {
      "sameDay": true
    },
    "source": [
      "P"
    ],
    "examples": [
      {
        "facts": {
          "day": "12 April",
          "what": "physical therapy visit"
        },
        "expect": "fires",
        "reason": "Missed on 12 April: physical therapy visit; no new time is booked."
      }
    ]
  },
  {
    "id": "SD-21",
    "version": 1,
    "status": "draft",
    "role": "scheduling",
    "basis": "event",
    "when": {
      "event": [
        "appointment.moved"
      ]
    },
    "reason": "The plan says {date}; {before} was reserved.",
    "ask": {
      "code": "schedule",
      "text": "Tell the patient, and see that room and hours fit."
    },
    "urgency": "U",
    "due": {
      "businessDays": 1
    },
    "source": [
      "P"
    ],
    "examples": [
      {
        "facts": {
          "date": "14 April, 10:00",
          "before": "13 April, 10:00"
        },
        "expect": "fires",
        "reason": "The plan says 14 April, 10:00; 13 April, 10:00 was reserved."
      }
    ]
  },
  {
    "id": "AU-20",
    "version": 1,
    "status": "draft",
    "role": "authorization",
    "basis": "event",
    "when": {
      "event": [
        "appointment.blocked"
      ]
    },
    "reason": "Booked, and the permission has ended. {why}",
    "ask": {
      "code": "submit-authorization",
      "text": "Renew the permission, or have the time moved."
    },
    "urgency": "U",
    "due": {
      "businessDays": 1
    },
    "source": [
      "S11"
    ],
    "examples": [
      {
        "facts": {
          "why": "Needed: a unit of the permission that is left; 6 of 6 took place."
        },
        "expect": "fires",
        "reason": "Booked, and the permission has ended. Needed: a unit of the permission that is left; 6 of 6 took place."
      }
    ]
  },
  {
    "id": "PH-30",
    "version": 1,
    "status": "draft",
    "role": "physician",
    "basis": "event",
    "when": {
      "event": [
        "appointment.request-unanswered"
      ]
    },
    "reason": "{what}: nobody has found a time today.",
    "ask": {
      "code": "decide",
      "text": "See the patient, or say where they are to go today."
    },
    "urgency": "S",
    "due": {
      "sameDay": true
    },
    "source": [
      "S3",
      "S11"
    ],
    "examples": [
      {
        "facts": {
          "what": "Visit because of: progressive weakness"
        },
        "expect": "fires",
        "reason": "Visit because of: progressive weakness: nobody has found a time today."
      }
    ]
  },
  {
    "id": "SD-01",
    "version": 1,
    "status": "draft",
    "role": "scheduling",
    "basis": "step",
    "when": {
      "anyOf": [
        "procedure.authorized",
        "procedure.planned"
      ]
    },
    "unless": [
      {
        "field": "item.status",
        "op": "eq",
        "value": "planned"
      },
      {
        "field": "item.authorizationRequired",
        "op": "eq",
        "value": true
      }
    ],
    "reason": "{procedure} may be booked.",
    "ask": {
      "code": "schedule",
      "text": "Offer dates; check spacing, hold plan, transport."
    },
    "urgency": "R",
    "due": {
      "businessDays": 2
    },
    "ifNoMember": "skip",
    "source": [
      "S11"
    ],
    "examples": [
      {
        "before": {},
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "trigger-point",
              "intent": "therapeutic",
              "status": "planned"
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {},
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "trigger-point",
              "intent": "therapeutic",
              "status": "planned",
              "authorizationRequired": true
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {
          "procedures": [
            {
              "id": "p1",
              "type": "trigger-point",
              "intent": "therapeutic",
              "status": "planned",
              "authorizationRequired": true
            }
          ]
        },
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "trigger-point",
              "intent": "therapeutic",
              "status": "authorized",
              "authorizationRequired": true
            }
          ]
        },
        "expect": "fires"
      }
    ]
  },
  {
    "id": "SD-02",
    "version": 1,
    "status": "draft",
    "role": "scheduling",
    "basis": "step",
    "when": {
      "anyOf": [
        "procedure.done"
      ]
    },
    "where": [
      {
        "field": "item.window",
        "op": "eq",
        "value": "W-DIAG"
      }
    ],
    "relevance": {
      "within": "PT0S",
      "of": "item.doneAt"
    },
    "reason": "A diagnostic block was done on {moment}.",
    "ask": {
      "code": "call",
      "text": "Diary at 6 and at 24 hours; hold a slot for the next step."
    },
    "urgency": "S",
    "due": {
      "sameDay": true
    },
    "ifNoMember": "skip",
    "source": [
      "C12"
    ],
    "examples": [
      {
        "before": {},
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "genicular-block",
              "intent": "therapeutic",
              "status": "done",
              "doneAt": "2027-04-06T08:30:00-04:00"
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {},
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "rfa-genicular",
              "intent": "therapeutic",
              "status": "done",
              "doneAt": "2027-04-06T08:30:00-04:00"
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {},
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "genicular-block",
              "intent": "therapeutic",
              "status": "done",
              "doneAt": "2027-04-05T08:30:00-04:00"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "SD-03",
    "version": 1,
    "status": "draft",
    "role": "scheduling",
    "basis": "step",
    "when": {
      "anyOf": [
        "procedure.result-recorded"
      ]
    },
    "where": [
      {
        "field": "item.type",
        "op": "eq",
        "value": "medial-branch-block"
      },
      {
        "field": "item.result.concordant",
        "op": "eq",
        "value": true
      },
      {
        "field": "item.concordantBlocks",
        "op": "eq",
        "value": 1
      }
    ],
    "reason": "First block concordant.",
    "ask": {
      "code": "schedule",
      "text": "Second block, 14 days or more after the first."
    },
    "urgency": "R",
    "due": {
      "businessDays": 5
    },
    "ifNoMember": "skip",
    "source": [
      "S6",
      "C13"
    ],
    "examples": [
      {
        "before": {
          "procedures": [
            {
              "id": "p1",
              "type": "medial-branch-block",
              "intent": "therapeutic",
              "status": "done",
              "doneAt": "2027-04-06T08:30:00-04:00"
            }
          ]
        },
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "medial-branch-block",
              "intent": "therapeutic",
              "status": "done",
              "result": {
                "reliefPercent": 90,
                "concordant": true
              },
              "doneAt": "2027-04-06T08:30:00-04:00"
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {
          "procedures": [
            {
              "id": "p1",
              "type": "medial-branch-block",
              "intent": "therapeutic",
              "status": "done",
              "doneAt": "2027-04-06T08:30:00-04:00"
            }
          ]
        },
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "medial-branch-block",
              "intent": "therapeutic",
              "status": "done",
              "result": {
                "reliefPercent": 40,
                "concordant": false
              },
              "doneAt": "2027-04-06T08:30:00-04:00"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "SD-04",
    "version": 2,
    "status": "draft",
    "role": "scheduling",
    "basis": "step",
    "when": {
      "anyOf": [
        "procedure.result-recorded"
      ]
    },
    "where": [
      {
        "field": "item.opensAblation",
        "op": "eq",
        "value": true
      }
    ],
    "reason": "The path to ablation is open.",
    "ask": {
      "code": "schedule",
      "text": "Ablation, once authorized."
    },
    "urgency": "R",
    "due": {
      "businessDays": 5
    },
    "ifNoMember": "skip",
    "source": [
      "S6"
    ],
    "examples": [
      {
        "before": {
          "procedures": [
            {
              "id": "p1",
              "type": "medial-branch-block",
              "intent": "diagnostic",
              "status": "done",
              "doneAt": "2027-03-16T08:30:00-04:00",
              "result": {
                "reliefPercent": 90,
                "concordant": true
              }
            },
            {
              "id": "p2",
              "type": "medial-branch-block",
              "intent": "diagnostic",
              "status": "done",
              "doneAt": "2027-04-05T08:30:00-04:00"
            }
          ]
        },
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "medial-branch-block",
              "intent": "diagnostic",
              "status": "done",
              "doneAt": "2027-03-16T08:30:00-04:00",
              "result": {
                "reliefPercent": 90,
                "concordant": true
              }
            },
            {
              "id": "p2",
              "type": "medial-branch-block",
              "intent": "diagnostic",
              "status": "done",
              "doneAt": "2027-04-05T08:30:00-04:00",
              "result": {
                "reliefPercent": 85,
                "concordant": true
              }
            }
          ]
        },
        "expect": "fires",
        "reason": "The path to ablation is open."
      },
      {
        "before": {
          "procedures": [
            {
              "id": "p1",
              "type": "genicular-block",
              "intent": "therapeutic",
              "status": "done",
              "doneAt": "2027-04-06T08:30:00-04:00"
            }
          ]
        },
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "genicular-block",
              "intent": "therapeutic",
              "status": "done",
              "result": {
                "reliefPercent": 85,
                "concordant": true
              },
              "doneAt": "2027-04-06T08:30:00-04:00"
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {
          "procedures": [
            {
              "id": "p1",
              "type": "genicular-block",
              "intent": "therapeutic",
              "status": "done",
              "doneAt": "2027-04-06T08:30:00-04:00"
            }
          ]
        },
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "genicular-block",
              "intent": "therapeutic",
              "status": "done",
              "result": {
                "reliefPercent": 20,
                "concordant": false
              },
              "doneAt": "2027-04-06T08:30:00-04:00"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "SD-05",
    "version": 1,
    "status": "draft",
    "role": "scheduling",
    "basis": "step",
    "when": {
      "anyOf": [
        "procedure.rescheduled",
        "procedure.cancelled"
      ]
    },
    "where": [
      {
        "field": "before.status",
        "op": "eq",
        "value": "scheduled"
      }
    ],
    "reason": "{procedure} moved or was cancelled[: {after}].",
    "ask": {
      "code": "schedule",
      "text": "Release or re-book, tell the patient."
    },
    "urgency": "R",
    "due": {
      "businessDays": 1
    },
    "dueWhen": [
      {
        "where": [
          {
            "field": "item.isNear",
            "op": "eq",
            "value": true
          }
        ],
        "due": {
          "sameDay": true
        },
        "urgency": "S"
      }
    ],
    "ifNoMember": "skip",
    "source": [
      "P"
    ],
    "examples": [
      {
        "before": {
          "procedures": [
            {
              "id": "p1",
              "type": "genicular-block",
              "intent": "therapeutic",
              "status": "scheduled",
              "scheduledAt": "2027-04-19T10:00:00-04:00"
            }
          ]
        },
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "genicular-block",
              "intent": "therapeutic",
              "status": "cancelled"
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {
          "procedures": [
            {
              "id": "p1",
              "type": "genicular-block",
              "intent": "therapeutic",
              "status": "planned"
            }
          ]
        },
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "genicular-block",
              "intent": "therapeutic",
              "status": "cancelled"
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {
          "procedures": [
            {
              "id": "p1",
              "type": "genicular-block",
              "intent": "therapeutic",
              "status": "scheduled",
              "scheduledAt": "2027-04-07T10:00:00-04:00"
            }
          ]
        },
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "genicular-block",
              "intent": "therapeutic",
              "status": "cancelled",
              "scheduledAt": "2027-04-07T10:00:00-04:00"
            }
          ]
        },
        "expect": "fires",
        "urgency": "S"
      }
    ]
  },
  {
    "id": "SD-09",
    "version": 1,
    "status": "draft",
    "role": "scheduling",
    "basis": "step",
    "when": {
      "anyOf": [
        "procedure.done"
      ]
    },
    "where": [
      {
        "field": "item.intent",
        "op": "eq",
        "value": "trial"
      }
    ],
    "relevance": {
      "within": "P14D",
      "of": "item.doneAt"
    },
    "reason": "Trial leads are in.",
    "ask": {
      "code": "schedule",
      "text": "Interrogation, lead removal[ on {leadsUntil}], result visit."
    },
    "urgency": "S",
    "due": {
      "sameDay": true
    },
    "ifNoMember": "skip",
    "source": [
      "S6",
      "C20"
    ],
    "examples": [
      {
        "before": {},
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "drg-trial",
              "intent": "trial",
              "status": "done",
              "doneAt": "2027-04-06T08:30:00-04:00"
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {},
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "drg-trial",
              "intent": "trial",
              "status": "planned"
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {},
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "drg-trial",
              "intent": "trial",
              "status": "done",
              "doneAt": "2027-03-06T08:30:00-04:00"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "SD-10",
    "version": 1,
    "status": "draft",
    "role": "scheduling",
    "basis": "step",
    "when": {
      "anyOf": [
        "review.moved"
      ]
    },
    "where": [
      {
        "field": "change.before",
        "op": "exists"
      }
    ],
    "reason": "The review date changed.",
    "ask": {
      "code": "schedule",
      "text": "Book the review."
    },
    "urgency": "R",
    "due": {
      "businessDays": 2
    },
    "ifNoMember": "skip",
    "source": [
      "S12"
    ],
    "examples": [
      {
        "before": {
          "reviewDate": "2027-05-01"
        },
        "after": {
          "reviewDate": "2027-05-08"
        },
        "expect": "fires"
      },
      {
        "before": {},
        "after": {
          "reviewDate": "2027-05-01"
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "SD-12",
    "version": 2,
    "status": "draft",
    "role": "scheduling",
    "basis": "step",
    "when": {
      "anyOf": [
        "procedure.result-recorded",
        "behavioral.cleared"
      ]
    },
    "where": [
      {
        "field": "item.isTrialHelpful",
        "op": "eq",
        "value": true
      }
    ],
    "reason": "Trial successful.",
    "ask": {
      "code": "schedule",
      "text": "Implant after clearance and authorization."
    },
    "urgency": "R",
    "due": {
      "businessDays": 5
    },
    "ifNoMember": "skip",
    "source": [
      "S6"
    ],
    "examples": [
      {
        "before": {
          "procedures": [
            {
              "id": "p1",
              "type": "drg-trial",
              "intent": "trial",
              "status": "done",
              "doneAt": "2027-04-06T08:30:00-04:00"
            }
          ]
        },
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "drg-trial",
              "intent": "trial",
              "status": "done",
              "result": {
                "reliefPercent": 60,
                "function": "better"
              },
              "doneAt": "2027-04-06T08:30:00-04:00"
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {
          "procedures": [
            {
              "id": "p1",
              "type": "drg-trial",
              "intent": "trial",
              "status": "done",
              "doneAt": "2027-04-06T08:30:00-04:00"
            }
          ]
        },
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "drg-trial",
              "intent": "trial",
              "status": "done",
              "result": {
                "reliefPercent": 60,
                "function": "same"
              },
              "doneAt": "2027-04-06T08:30:00-04:00"
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {
          "behavioral": [
            {
              "id": "b1",
              "kind": "pre-implant-evaluation",
              "status": "engaged",
              "clearance": "pending"
            }
          ],
          "procedures": [
            {
              "id": "p1",
              "type": "drg-trial",
              "intent": "trial",
              "status": "done",
              "doneAt": "2027-04-06T08:30:00-04:00",
              "result": {
                "reliefPercent": 60,
                "function": "better"
              }
            }
          ]
        },
        "after": {
          "behavioral": [
            {
              "id": "b1",
              "kind": "pre-implant-evaluation",
              "status": "completed",
              "clearance": "cleared"
            }
          ],
          "procedures": [
            {
              "id": "p1",
              "type": "drg-trial",
              "intent": "trial",
              "status": "done",
              "doneAt": "2027-04-06T08:30:00-04:00",
              "result": {
                "reliefPercent": 60,
                "function": "better"
              }
            }
          ]
        },
        "expect": "fires"
      }
    ]
  },
  {
    "id": "AU-01",
    "version": 1,
    "status": "draft",
    "role": "authorization",
    "basis": "step",
    "when": {
      "anyOf": [
        "procedure.planned"
      ]
    },
    "where": [
      {
        "field": "item.authorizationRequired",
        "op": "eq",
        "value": true
      }
    ],
    "reason": "{procedure} needs the payer’s permission.",
    "ask": {
      "code": "submit-authorization",
      "text": "With prerequisites and results."
    },
    "urgency": "R",
    "due": {
      "businessDays": 3
    },
    "dueWhen": [
      {
        "where": [
          {
            "field": "item.window",
            "op": "in",
            "value": [
              "W-TRIAL",
              "W-IMPLANT"
            ]
          }
        ],
        "due": {
          "businessDays": 5
        },
        "urgency": "R"
      }
    ],
    "ifNoMember": "skip",
    "source": [
      "S11"
    ],
    "examples": [
      {
        "before": {},
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "genicular-block",
              "intent": "therapeutic",
              "status": "planned",
              "authorizationRequired": true
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {},
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "genicular-block",
              "intent": "therapeutic",
              "status": "planned"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "AU-02",
    "version": 1,
    "status": "draft",
    "role": "authorization",
    "basis": "step",
    "when": {
      "anyOf": [
        "procedure.scheduled"
      ]
    },
    "where": [
      {
        "field": "item.authorizationRequired",
        "op": "eq",
        "value": true
      }
    ],
    "reason": "{procedure} is booked for {moment}.",
    "ask": {
      "code": "check",
      "text": "Date, units, side and level are covered."
    },
    "urgency": "R",
    "due": {
      "businessDaysBefore": 5,
      "date": "item.at"
    },
    "ifNoMember": "skip",
    "source": [
      "S11"
    ],
    "examples": [
      {
        "before": {},
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "genicular-block",
              "intent": "therapeutic",
              "status": "scheduled",
              "authorizationRequired": true,
              "scheduledAt": "2027-04-19T10:00:00-04:00"
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {},
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "genicular-block",
              "intent": "therapeutic",
              "status": "scheduled",
              "scheduledAt": "2027-04-19T10:00:00-04:00"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "AU-03",
    "version": 1,
    "status": "draft",
    "role": "authorization",
    "basis": "step",
    "when": {
      "anyOf": [
        "procedure.rescheduled"
      ]
    },
    "where": [
      {
        "field": "item.authorizationRequired",
        "op": "eq",
        "value": true
      }
    ],
    "reason": "New date {after}.",
    "ask": {
      "code": "check",
      "text": "Still within validity."
    },
    "urgency": "R",
    "due": {
      "businessDays": 1
    },
    "ifNoMember": "skip",
    "source": [
      "S11"
    ],
    "examples": [
      {
        "before": {
          "procedures": [
            {
              "id": "p1",
              "type": "genicular-block",
              "intent": "therapeutic",
              "status": "scheduled",
              "authorizationRequired": true,
              "scheduledAt": "2027-04-19T10:00:00-04:00"
            }
          ]
        },
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "genicular-block",
              "intent": "therapeutic",
              "status": "scheduled",
              "authorizationRequired": true,
              "scheduledAt": "2027-04-21T10:00:00-04:00"
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {
          "procedures": [
            {
              "id": "p1",
              "type": "genicular-block",
              "intent": "therapeutic",
              "status": "scheduled",
              "scheduledAt": "2027-04-19T10:00:00-04:00"
            }
          ]
        },
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "genicular-block",
              "intent": "therapeutic",
              "status": "scheduled",
              "scheduledAt": "2027-04-21T10:00:00-04:00"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "AU-05",
    "version": 1,
    "status": "draft",
    "role": "authorization",
    "basis": "step",
    "when": {
      "anyOf": [
        "procedure.result-recorded"
      ]
    },
    "where": [
      {
        "field": "item.opensNextStep",
        "op": "eq",
        "value": true
      }
    ],
    "reason": "Result recorded: the next step is open.",
    "ask": {
      "code": "submit-authorization",
      "text": "With all results."
    },
    "urgency": "R",
    "due": {
      "businessDays": 5
    },
    "ifNoMember": "skip",
    "source": [
      "S6"
    ],
    "examples": [
      {
        "before": {
          "procedures": [
            {
              "id": "p1",
              "type": "genicular-block",
              "intent": "therapeutic",
              "status": "done",
              "doneAt": "2027-04-06T08:30:00-04:00"
            }
          ]
        },
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "genicular-block",
              "intent": "therapeutic",
              "status": "done",
              "result": {
                "reliefPercent": 85,
                "concordant": true
              },
              "doneAt": "2027-04-06T08:30:00-04:00"
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {
          "procedures": [
            {
              "id": "p1",
              "type": "genicular-block",
              "intent": "therapeutic",
              "status": "done",
              "doneAt": "2027-04-06T08:30:00-04:00"
            }
          ]
        },
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "genicular-block",
              "intent": "therapeutic",
              "status": "done",
              "result": {
                "reliefPercent": 20,
                "concordant": false
              },
              "doneAt": "2027-04-06T08:30:00-04:00"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "AU-06",
    "version": 1,
    "status": "draft",
    "role": "authorization",
    "basis": "step",
    "when": {
      "anyOf": [
        "imaging.ordered"
      ]
    },
    "reason": "{modality}: network and permission.",
    "ask": {
      "code": "check",
      "text": "In-network site; an emergency is never held."
    },
    "urgency": "R",
    "due": {
      "businessDays": 2
    },
    "dueWhen": [
      {
        "where": [
          {
            "field": "plan.hasActiveRedFlag",
            "op": "eq",
            "value": true
          }
        ],
        "due": {
          "sameDay": true
        },
        "urgency": "S"
      }
    ],
    "ifNoMember": "skip",
    "source": [
      "S11"
    ],
    "examples": [
      {
        "before": {},
        "after": {
          "imaging": [
            {
              "id": "i1",
              "modality": "mri",
              "region": "lumbar spine",
              "reason": "leg pain",
              "status": "ordered"
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {},
        "after": {
          "imaging": [
            {
              "id": "i1",
              "modality": "mri",
              "region": "lumbar spine",
              "reason": "leg pain",
              "status": "cancelled"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "PH-01",
    "version": 1,
    "status": "draft",
    "role": "physician",
    "basis": "step",
    "when": {
      "anyOf": [
        "red-flag.raised"
      ]
    },
    "where": [
      {
        "field": "item.onset",
        "op": "eq",
        "value": "new"
      }
    ],
    "reason": "Red flag: {flag}.",
    "ask": {
      "code": "decide",
      "text": "Decide what happens now."
    },
    "urgency": "S",
    "due": {
      "sameDay": true
    },
    "dueWhen": [
      {
        "where": [
          {
            "field": "item.urgency",
            "op": "eq",
            "value": "emergency"
          }
        ],
        "due": {
          "hours": 1
        },
        "urgency": "E"
      }
    ],
    "ifNoMember": "skip",
    "source": [
      "S4"
    ],
    "examples": [
      {
        "before": {},
        "after": {
          "redFlags": [
            {
              "id": "f1",
              "kind": "cancer-history-pain",
              "observedAt": "2027-04-06T08:00:00-04:00",
              "status": "active",
              "region": "T8"
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {
          "redFlags": [
            {
              "id": "f1",
              "kind": "cancer-history-pain",
              "observedAt": "2027-04-06T08:00:00-04:00",
              "status": "active",
              "region": "T8"
            }
          ]
        },
        "after": {
          "redFlags": [
            {
              "id": "f1",
              "kind": "cancer-history-pain",
              "observedAt": "2027-04-06T08:00:00-04:00",
              "status": "cleared",
              "region": "T8"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "PH-02",
    "version": 1,
    "status": "draft",
    "role": "physician",
    "basis": "step",
    "when": {
      "anyOf": [
        "procedure.result-recorded"
      ]
    },
    "where": [
      {
        "field": "item.window",
        "op": "eq",
        "value": "W-DIAG"
      },
      {
        "field": "item.isBlockPositive",
        "op": "eq",
        "value": false
      }
    ],
    "reason": "The expected source is not confirmed.",
    "ask": {
      "code": "evolve-plan",
      "text": "Plan B."
    },
    "urgency": "R",
    "due": {
      "businessDays": 3
    },
    "ifNoMember": "skip",
    "source": [
      "S9"
    ],
    "examples": [
      {
        "before": {
          "procedures": [
            {
              "id": "p1",
              "type": "medial-branch-block",
              "intent": "therapeutic",
              "status": "done",
              "doneAt": "2027-04-06T08:30:00-04:00"
            }
          ]
        },
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "medial-branch-block",
              "intent": "therapeutic",
              "status": "done",
              "result": {
                "reliefPercent": 40,
                "concordant": false
              },
              "doneAt": "2027-04-06T08:30:00-04:00"
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {
          "procedures": [
            {
              "id": "p1",
              "type": "medial-branch-block",
              "intent": "therapeutic",
              "status": "done",
              "doneAt": "2027-04-06T08:30:00-04:00"
            }
          ]
        },
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "medial-branch-block",
              "intent": "therapeutic",
              "status": "done",
              "result": {
                "reliefPercent": 90,
                "concordant": true
              },
              "doneAt": "2027-04-06T08:30:00-04:00"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "PH-04",
    "version": 1,
    "status": "draft",
    "role": "physician",
    "basis": "step",
    "when": {
      "anyOf": [
        "target.met"
      ]
    },
    "reason": "{measure} reached {target}.",
    "ask": {
      "code": "decide",
      "text": "Next target, or step down."
    },
    "urgency": "R",
    "due": {
      "businessDays": 5
    },
    "ifNoMember": "skip",
    "source": [
      "S12"
    ],
    "examples": [
      {
        "before": {
          "targets": [
            {
              "id": "t1",
              "kind": "function",
              "measure": "walk-min",
              "baseline": 10,
              "target": 30,
              "status": "open"
            }
          ]
        },
        "after": {
          "targets": [
            {
              "id": "t1",
              "kind": "function",
              "measure": "walk-min",
              "baseline": 10,
              "target": 30,
              "status": "met"
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {},
        "after": {
          "targets": [
            {
              "id": "t1",
              "kind": "function",
              "measure": "walk-min",
              "baseline": 10,
              "target": 30,
              "status": "open"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "SD-06",
    "version": 1,
    "status": "draft",
    "role": "scheduling",
    "basis": "step",
    "when": {
      "anyOf": [
        "red-flag.raised"
      ]
    },
    "where": [
      {
        "field": "item.kind",
        "op": "in",
        "value": [
          "progressive-weakness",
          "postural-headache",
          "device",
          "fracture",
          "withdrawal",
          "urgent-symptom"
        ]
      },
      {
        "field": "item.onset",
        "op": "eq",
        "value": "new"
      }
    ],
    "reason": "{flag} reported.",
    "ask": {
      "code": "schedule",
      "text": "Same-day slot; stable new symptoms within seven days."
    },
    "urgency": "S",
    "due": {
      "sameDay": true
    },
    "dueWhen": [
      {
        "where": [
          {
            "field": "item.kind",
            "op": "eq",
            "value": "urgent-symptom"
          }
        ],
        "due": {
          "businessDays": 1
        },
        "urgency": "R"
      }
    ],
    "ifNoMember": "skip",
    "source": [
      "S3",
      "S11"
    ],
    "examples": [
      {
        "before": {},
        "after": {
          "redFlags": [
            {
              "id": "g1",
              "kind": "progressive-weakness",
              "observedAt": "2027-04-06T08:30:00-04:00",
              "status": "active"
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {},
        "after": {
          "redFlags": [
            {
              "id": "g1",
              "kind": "cauda-equina",
              "observedAt": "2027-04-06T08:30:00-04:00",
              "status": "active"
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {},
        "after": {
          "redFlags": [
            {
              "id": "g1",
              "kind": "progressive-weakness",
              "observedAt": "2027-04-06T08:30:00-04:00",
              "onset": "known",
              "status": "active"
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {},
        "after": {
          "redFlags": [
            {
              "id": "g1",
              "kind": "urgent-symptom",
              "observedAt": "2027-04-06T08:30:00-04:00",
              "status": "active"
            }
          ]
        },
        "expect": "fires",
        "urgency": "R"
      }
    ]
  },
  {
    "id": "SD-07",
    "version": 1,
    "status": "draft",
    "role": "scheduling",
    "basis": "step",
    "when": {
      "anyOf": [
        "red-flag.raised"
      ]
    },
    "where": [
      {
        "field": "item.kind",
        "op": "in",
        "value": [
          "fever-spine",
          "fever-after-procedure"
        ]
      }
    ],
    "reason": "Fever: no steroid, implant or trial until cleared.",
    "ask": {
      "code": "schedule",
      "text": "Free the slots."
    },
    "urgency": "S",
    "due": {
      "sameDay": true
    },
    "ifNoMember": "skip",
    "source": [
      "C"
    ],
    "toCite": "no steroid, implant or trial while a fever is open",
    "examples": [
      {
        "before": {},
        "after": {
          "redFlags": [
            {
              "id": "g1",
              "kind": "fever-spine",
              "observedAt": "2027-04-06T08:30:00-04:00",
              "status": "active"
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {},
        "after": {
          "redFlags": [
            {
              "id": "g1",
              "kind": "fracture",
              "observedAt": "2027-04-06T08:30:00-04:00",
              "status": "active"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "SD-08",
    "version": 1,
    "status": "draft",
    "role": "scheduling",
    "basis": "step",
    "when": {
      "anyOf": [
        "context.anticoagulation-changed"
      ]
    },
    "where": [
      {
        "field": "plan.hasBookedProcedure",
        "op": "eq",
        "value": true
      },
      {
        "field": "change.from",
        "op": "ne",
        "value": "not-recorded"
      }
    ],
    "reason": "A blood thinner or its hold decision changed.",
    "ask": {
      "code": "schedule",
      "text": "Stop and ask, on each booked procedure."
    },
    "urgency": "U",
    "due": {
      "businessDays": 1
    },
    "ifNoMember": "skip",
    "source": [
      "S9"
    ],
    "examples": [
      {
        "before": {
          "patientContext": {
            "anticoagulation": {
              "class": "none"
            }
          },
          "procedures": [
            {
              "id": "p1",
              "type": "esi-interlaminar",
              "intent": "therapeutic",
              "status": "scheduled",
              "scheduledAt": "2027-04-26T10:00:00-04:00"
            }
          ]
        },
        "after": {
          "patientContext": {
            "anticoagulation": {
              "class": "doac"
            }
          },
          "procedures": [
            {
              "id": "p1",
              "type": "esi-interlaminar",
              "intent": "therapeutic",
              "status": "scheduled",
              "scheduledAt": "2027-04-26T10:00:00-04:00"
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {
          "patientContext": {
            "anticoagulation": {
              "class": "none"
            }
          }
        },
        "after": {
          "patientContext": {
            "anticoagulation": {
              "class": "doac"
            }
          }
        },
        "expect": "silent"
      },
      {
        "before": {
          "procedures": [
            {
              "id": "p1",
              "type": "esi-interlaminar",
              "intent": "therapeutic",
              "status": "scheduled",
              "scheduledAt": "2027-04-26T10:00:00-04:00"
            }
          ]
        },
        "after": {
          "patientContext": {
            "anticoagulation": {
              "class": "none"
            }
          },
          "procedures": [
            {
              "id": "p1",
              "type": "esi-interlaminar",
              "intent": "therapeutic",
              "status": "scheduled",
              "scheduledAt": "2027-04-26T10:00:00-04:00"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "SD-11",
    "version": 1,
    "status": "draft",
    "role": "scheduling",
    "basis": "step",
    "when": {
      "anyOf": [
        "behavioral.not-cleared"
      ]
    },
    "reason": "The implant path stops.",
    "ask": {
      "code": "schedule",
      "text": "Release implant dates."
    },
    "urgency": "U",
    "due": {
      "businessDays": 1
    },
    "ifNoMember": "skip",
    "source": [
      "C14"
    ],
    "examples": [
      {
        "before": {
          "behavioral": [
            {
              "id": "b1",
              "kind": "pre-implant-evaluation",
              "status": "engaged",
              "clearance": "pending"
            }
          ]
        },
        "after": {
          "behavioral": [
            {
              "id": "b1",
              "kind": "pre-implant-evaluation",
              "status": "completed",
              "clearance": "not-cleared"
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {
          "behavioral": [
            {
              "id": "b1",
              "kind": "pre-implant-evaluation",
              "status": "engaged",
              "clearance": "pending"
            }
          ]
        },
        "after": {
          "behavioral": [
            {
              "id": "b1",
              "kind": "pre-implant-evaluation",
              "status": "completed",
              "clearance": "cleared"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "SD-14",
    "version": 1,
    "status": "draft",
    "role": "scheduling",
    "basis": "step",
    "when": {
      "anyOf": [
        "plan.revoked",
        "plan.held"
      ]
    },
    "reason": "The plan ended or is on hold.",
    "ask": {
      "code": "schedule",
      "text": "Cancel open bookings."
    },
    "urgency": "S",
    "due": {
      "sameDay": true
    },
    "ifNoMember": "skip",
    "source": [
      "P"
    ],
    "examples": [
      {
        "before": {},
        "after": {
          "status": "revoked"
        },
        "expect": "fires"
      },
      {
        "before": {
          "status": "on-hold"
        },
        "after": {},
        "expect": "silent"
      }
    ]
  },
  {
    "id": "SD-15",
    "version": 1,
    "status": "draft",
    "role": "scheduling",
    "basis": "step",
    "when": {
      "anyOf": [
        "context.pregnancy-changed"
      ]
    },
    "where": [
      {
        "field": "item.value",
        "op": "in",
        "value": [
          "yes",
          "possible"
        ]
      }
    ],
    "reason": "Pregnancy status changed.",
    "ask": {
      "code": "review-safety",
      "text": "Fluoroscopy and CT bookings."
    },
    "urgency": "S",
    "due": {
      "sameDay": true
    },
    "ifNoMember": "skip",
    "source": [
      "C"
    ],
    "toCite": "fluoroscopy and CT in pregnancy",
    "examples": [
      {
        "before": {},
        "after": {
          "patientContext": {
            "pregnancy": "possible"
          }
        },
        "expect": "fires"
      },
      {
        "before": {},
        "after": {
          "patientContext": {
            "pregnancy": "no"
          }
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "AU-04",
    "version": 1,
    "status": "draft",
    "role": "authorization",
    "basis": "step",
    "when": {
      "anyOf": [
        "procedure.revised"
      ]
    },
    "where": [
      {
        "field": "change.which",
        "op": "includes",
        "value": [
          "type",
          "side",
          "level"
        ]
      },
      {
        "field": "item.authorizationRequired",
        "op": "eq",
        "value": true
      }
    ],
    "reason": "{procedure} was revised.",
    "ask": {
      "code": "submit-authorization",
      "text": "Amend the request."
    },
    "urgency": "U",
    "due": {
      "businessDays": 1
    },
    "ifNoMember": "skip",
    "source": [
      "S11"
    ],
    "examples": [
      {
        "before": {
          "procedures": [
            {
              "id": "p1",
              "type": "esi-interlaminar",
              "intent": "therapeutic",
              "status": "scheduled",
              "scheduledAt": "2027-04-26T10:00:00-04:00",
              "side": "right",
              "authorizationRequired": true
            }
          ]
        },
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "esi-interlaminar",
              "intent": "therapeutic",
              "status": "scheduled",
              "scheduledAt": "2027-04-26T10:00:00-04:00",
              "side": "left",
              "authorizationRequired": true
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {
          "procedures": [
            {
              "id": "p1",
              "type": "esi-interlaminar",
              "intent": "therapeutic",
              "status": "scheduled",
              "scheduledAt": "2027-04-26T10:00:00-04:00",
              "authorizationRequired": true
            }
          ]
        },
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "esi-interlaminar",
              "intent": "therapeutic",
              "status": "scheduled",
              "scheduledAt": "2027-04-26T10:00:00-04:00",
              "authorizationRequired": true,
              "guidance": "ct"
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {
          "procedures": [
            {
              "id": "p1",
              "type": "esi-transforaminal",
              "intent": "therapeutic",
              "side": "right",
              "status": "scheduled",
              "scheduledAt": "2027-04-26T10:00:00-04:00"
            }
          ]
        },
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "esi-transforaminal",
              "intent": "therapeutic",
              "side": "left",
              "status": "scheduled",
              "scheduledAt": "2027-04-26T10:00:00-04:00"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "AU-07",
    "version": 1,
    "status": "draft",
    "role": "authorization",
    "basis": "step",
    "when": {
      "anyOf": [
        "referral.needed"
      ]
    },
    "where": [
      {
        "field": "item.requiredByPayer",
        "op": "eq",
        "value": true
      }
    ],
    "reason": "The payer wants a referral on file.",
    "ask": {
      "code": "submit-authorization",
      "text": "Referral."
    },
    "urgency": "R",
    "due": {
      "businessDays": 1
    },
    "ifNoMember": "skip",
    "source": [
      "S11"
    ],
    "examples": [
      {
        "before": {},
        "after": {
          "referralsNeeded": [
            {
              "id": "n1",
              "role": "urology",
              "question": "organ causes?",
              "requiredByPayer": true
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {},
        "after": {
          "referralsNeeded": [
            {
              "id": "n1",
              "role": "urology",
              "question": "organ causes?"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "AU-09",
    "version": 1,
    "status": "draft",
    "role": "authorization",
    "basis": "step",
    "when": {
      "anyOf": [
        "procedure.cancelled"
      ]
    },
    "where": [
      {
        "field": "item.authorizationRequired",
        "op": "eq",
        "value": true
      }
    ],
    "reason": "{procedure} is not needed now.",
    "ask": {
      "code": "withdraw",
      "text": "Withdraw the request or the permission."
    },
    "urgency": "R",
    "due": {
      "businessDays": 3
    },
    "ifNoMember": "skip",
    "source": [
      "P"
    ],
    "examples": [
      {
        "before": {
          "procedures": [
            {
              "id": "p1",
              "type": "esi-interlaminar",
              "intent": "therapeutic",
              "status": "scheduled",
              "scheduledAt": "2027-04-26T10:00:00-04:00",
              "authorizationRequired": true
            }
          ]
        },
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "esi-interlaminar",
              "intent": "therapeutic",
              "status": "cancelled",
              "scheduledAt": "2027-04-26T10:00:00-04:00",
              "authorizationRequired": true
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {
          "procedures": [
            {
              "id": "p1",
              "type": "esi-interlaminar",
              "intent": "therapeutic",
              "status": "scheduled",
              "scheduledAt": "2027-04-26T10:00:00-04:00"
            }
          ]
        },
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "esi-interlaminar",
              "intent": "therapeutic",
              "status": "cancelled",
              "scheduledAt": "2027-04-26T10:00:00-04:00"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "PH-03",
    "version": 1,
    "status": "draft",
    "role": "physician",
    "basis": "step",
    "when": {
      "anyOf": [
        "behavioral.not-cleared"
      ]
    },
    "reason": "Not cleared for implant.",
    "ask": {
      "code": "evolve-plan",
      "text": "Plan B."
    },
    "urgency": "U",
    "due": {
      "businessDays": 1
    },
    "ifNoMember": "skip",
    "source": [
      "C14"
    ],
    "examples": [
      {
        "before": {},
        "after": {
          "behavioral": [
            {
              "id": "b1",
              "kind": "pre-implant-evaluation",
              "status": "completed",
              "clearance": "not-cleared"
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {},
        "after": {
          "behavioral": [
            {
              "id": "b1",
              "kind": "pre-implant-evaluation",
              "status": "completed",
              "clearance": "cleared"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "PH-05",
    "version": 1,
    "status": "draft",
    "role": "physician",
    "basis": "step",
    "when": {
      "anyOf": [
        "context.anticoagulation-changed"
      ]
    },
    "where": [
      {
        "field": "plan.hasOpenProcedure",
        "op": "eq",
        "value": true
      },
      {
        "field": "change.from",
        "op": "ne",
        "value": "not-recorded"
      }
    ],
    "reason": "A hold decision is missing or outdated.",
    "ask": {
      "code": "decide",
      "text": "Hold decision for each open procedure."
    },
    "urgency": "U",
    "due": {
      "businessDays": 1
    },
    "ifNoMember": "skip",
    "source": [
      "S9"
    ],
    "examples": [
      {
        "before": {
          "patientContext": {
            "anticoagulation": {
              "class": "none"
            }
          },
          "procedures": [
            {
              "id": "p1",
              "type": "esi-interlaminar",
              "intent": "therapeutic",
              "status": "scheduled",
              "scheduledAt": "2027-04-26T10:00:00-04:00"
            }
          ]
        },
        "after": {
          "patientContext": {
            "anticoagulation": {
              "class": "doac"
            }
          },
          "procedures": [
            {
              "id": "p1",
              "type": "esi-interlaminar",
              "intent": "therapeutic",
              "status": "scheduled",
              "scheduledAt": "2027-04-26T10:00:00-04:00"
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {
          "patientContext": {
            "anticoagulation": {
              "class": "none"
            }
          }
        },
        "after": {
          "patientContext": {
            "anticoagulation": {
              "class": "doac"
            }
          }
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "CO-02",
    "version": 1,
    "status": "draft",
    "role": "coordinator",
    "basis": "step",
    "when": {
      "anyOf": [
        "red-flag.raised"
      ]
    },
    "where": [
      {
        "field": "item.urgency",
        "op": "eq",
        "value": "emergency"
      },
      {
        "field": "item.onset",
        "op": "eq",
        "value": "new"
      }
    ],
    "reason": "{flag}: alarm until taken.",
    "ask": {
      "code": "phone",
      "text": "Phone the patient and the team."
    },
    "urgency": "E",
    "due": {
      "hours": 1
    },
    "ifNoMember": "skip",
    "source": [
      "S3"
    ],
    "examples": [
      {
        "before": {},
        "after": {
          "redFlags": [
            {
              "id": "g1",
              "kind": "cauda-equina",
              "observedAt": "2027-04-06T08:30:00-04:00",
              "status": "active"
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {},
        "after": {
          "redFlags": [
            {
              "id": "g1",
              "kind": "cauda-equina",
              "observedAt": "2027-04-06T08:30:00-04:00",
              "status": "active",
              "onset": "known"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "AU-08",
    "version": 1,
    "status": "draft",
    "role": "authorization",
    "basis": "step",
    "when": {
      "anyOf": [
        "medication.started",
        "medication.switched"
      ]
    },
    "where": [
      {
        "field": "item.mayNeedPermission",
        "op": "eq",
        "value": true
      }
    ],
    "reason": "{ingredient} may need permission.",
    "ask": {
      "code": "submit-authorization",
      "text": "Ask the payer; diagnosis, earlier medicines and why they were stopped."
    },
    "urgency": "R",
    "due": {
      "businessDays": 2
    },
    "ifNoMember": "skip",
    "source": [
      "S16"
    ],
    "examples": [
      {
        "before": {},
        "after": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "erenumab"
              },
              "class": "cgrp-mab",
              "status": "active"
            }
          ]
        },
        "expect": "fires",
        "reason": "Erenumab may need permission."
      },
      {
        "before": {},
        "after": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "compounded ketamine and lidocaine cream"
              },
              "class": "topical",
              "route": "topical",
              "status": "active"
            }
          ]
        },
        "expect": "fires",
        "reason": "Compounded ketamine and lidocaine cream may need permission."
      },
      {
        "before": {},
        "after": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "diclofenac gel"
              },
              "class": "topical",
              "route": "topical",
              "status": "active"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "SD-13",
    "version": 1,
    "status": "draft",
    "role": "scheduling",
    "basis": "step",
    "when": {
      "anyOf": [
        "context.allergy-changed"
      ]
    },
    "where": [
      {
        "field": "item.addedKinds",
        "op": "includes",
        "value": [
          "latex",
          "contrast",
          "antiseptic",
          "local-anesthetic"
        ]
      }
    ],
    "reason": "Procedure kit allergy: {allergy}.",
    "ask": {
      "code": "review-safety",
      "text": "Kits of the procedures that are booked."
    },
    "urgency": "U",
    "due": {
      "businessDays": 1
    },
    "ifNoMember": "skip",
    "source": [
      "C"
    ],
    "toCite": "what a procedure kit must leave out for each kind of allergy",
    "examples": [
      {
        "before": {
          "patientContext": {
            "allergies": {
              "state": "none-known"
            }
          }
        },
        "after": {
          "patientContext": {
            "allergies": {
              "state": "known",
              "items": [
                {
                  "kind": "latex",
                  "text": "latex gloves"
                }
              ]
            }
          }
        },
        "expect": "fires",
        "reason": "Procedure kit allergy: latex gloves."
      },
      {
        "before": {
          "patientContext": {
            "allergies": {
              "state": "none-known"
            }
          }
        },
        "after": {
          "patientContext": {
            "allergies": {
              "state": "known",
              "items": [
                {
                  "kind": "drug",
                  "text": "penicillin"
                }
              ]
            }
          }
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "AL-11",
    "version": 1,
    "status": "draft",
    "role": "@all",
    "basis": "event",
    "when": {
      "event": [
        "care-team.member-ended"
      ]
    },
    "reason": "Your part in this plan ended on {date}.",
    "ask": {
      "code": "send-report",
      "text": "Send a closing summary; you hear no further news of this plan.",
      "doBy": {
        "businessDays": 7
      }
    },
    "urgency": "R",
    "due": {
      "businessDays": 2
    },
    "slice": [
      "identity"
    ],
    "source": [
      "P"
    ],
    "examples": [
      {
        "facts": {
          "date": "16 April 2027"
        },
        "expect": "fires",
        "reason": "Your part in this plan ended on 16 April 2027."
      }
    ]
  },
  {
    "id": "AL-12",
    "version": 1,
    "status": "draft",
    "role": "@all",
    "basis": "event",
    "when": {
      "event": [
        "plan.entered-in-error"
      ]
    },
    "reason": "Version {wrong} was entered in error: disregard it[, {undone}]; version {inForce} is in force.",
    "ask": {
      "code": "stop-work",
      "text": "Undo what came only from version {wrong}."
    },
    "urgency": "U",
    "due": {
      "businessDays": 1
    },
    "slice": [
      "identity"
    ],
    "source": [
      "P"
    ],
    "examples": [
      {
        "facts": {
          "wrong": "4",
          "inForce": "5"
        },
        "expect": "fires",
        "reason": "Version 4 was entered in error: disregard it; version 5 is in force."
      }
    ]
  },
  {
    "id": "PH-06",
    "version": 1,
    "status": "draft",
    "role": "physician",
    "basis": "event",
    "when": {
      "event": [
        "target.plateaued"
      ]
    },
    "reason": "{measure} stopped improving[; tried: {tried}][; next: {nextOptions}].",
    "ask": {
      "code": "evolve-plan",
      "text": "Change the plan, or say why it goes on as it is."
    },
    "urgency": "U",
    "due": {
      "businessDays": 2
    },
    "source": [
      "S12"
    ],
    "examples": [
      {
        "facts": {
          "measure": "walking",
          "tried": "therapy twice a week"
        },
        "expect": "fires",
        "reason": "Walking stopped improving; tried: therapy twice a week."
      }
    ]
  },
  {
    "id": "PH-07",
    "version": 1,
    "status": "draft",
    "role": "physician",
    "basis": "event",
    "when": {
      "event": [
        "referral.declined"
      ]
    },
    "reason": "{role} declined: {reason}",
    "ask": {
      "code": "decide",
      "text": "No other clinic of this role is known: decide how the plan goes on."
    },
    "urgency": "U",
    "due": {
      "businessDays": 1
    },
    "source": [
      "P"
    ],
    "examples": [
      {
        "facts": {
          "role": "physical therapy",
          "reason": "does not treat CRPS"
        },
        "expect": "fires",
        "reason": "Physical therapy declined: does not treat CRPS"
      }
    ]
  },
  {
    "id": "PH-08",
    "version": 2,
    "status": "draft",
    "role": "physician",
    "basis": "event",
    "when": {
      "event": [
        "authorization.denied"
      ]
    },
    "reason": "Denied: {payerReason}[; appeal by {appeal}][; next option: {option}]",
    "ask": {
      "code": "decide",
      "text": "Appeal, or take the next option of the pathway."
    },
    "urgency": "U",
    "due": {
      "businessDays": 1
    },
    "source": [
      "S11"
    ],
    "examples": [
      {
        "facts": {
          "payerReason": "conservative care not documented"
        },
        "expect": "fires",
        "reason": "Denied: conservative care not documented"
      },
      {
        "facts": {
          "payerReason": "conservative care not documented",
          "appeal": "7 May 2027",
          "option": "second opinion"
        },
        "expect": "fires",
        "reason": "Denied: conservative care not documented; appeal by 7 May 2027; next option: second opinion"
      }
    ]
  },
  {
    "id": "PH-09",
    "version": 2,
    "status": "draft",
    "role": "physician",
    "basis": "event",
    "when": {
      "event": [
        "handoff.acknowledged",
        "therapy.progress-reported"
      ]
    },
    "reason": "{partner} asks: {concern}[ Flare: {flare}.]",
    "ask": {
      "code": "answer",
      "text": "Answer the partner, usually with a changed dose."
    },
    "urgency": "R",
    "due": {
      "businessDays": 1
    },
    "source": [
      "S8"
    ],
    "examples": [
      {
        "facts": {
          "partner": "PT-North",
          "concern": "We cannot offer three times a week."
        },
        "expect": "fires",
        "reason": "PT-North asks: We cannot offer three times a week."
      },
      {
        "facts": {
          "partner": "PT-North",
          "concern": "Lower the dose?",
          "flare": "neuropathic, 24 h after nerve glides"
        },
        "expect": "fires",
        "reason": "PT-North asks: Lower the dose? Flare: neuropathic, 24 h after nerve glides."
      }
    ]
  },
  {
    "id": "PH-10",
    "version": 1,
    "status": "draft",
    "role": "physician",
    "basis": "event",
    "when": {
      "event": [
        "handoff.overdue"
      ]
    },
    "reason": "{partner} works from version {version}[ and has not answered since {due}].",
    "ask": {
      "code": "decide",
      "text": "Phone, or choose another clinic."
    },
    "urgency": "U",
    "due": {
      "businessDays": 1
    },
    "source": [
      "P"
    ],
    "examples": [
      {
        "facts": {
          "partner": "PT-North",
          "version": "3"
        },
        "expect": "fires",
        "reason": "PT-North works from version 3."
      }
    ]
  },
  {
    "id": "PH-11",
    "version": 1,
    "status": "draft",
    "role": "physician",
    "basis": "event",
    "when": {
      "event": [
        "follow-up.due"
      ]
    },
    "reason": "Week {week} and not improving.",
    "ask": {
      "code": "decide",
      "text": "Surgical consultation?"
    },
    "urgency": "R",
    "due": {
      "businessDays": 3
    },
    "source": [
      "S7",
      "S12"
    ],
    "examples": [
      {
        "facts": {
          "week": "6"
        },
        "expect": "fires",
        "reason": "Week 6 and not improving."
      }
    ]
  },
  {
    "id": "PH-12",
    "version": 1,
    "status": "draft",
    "role": "physician",
    "basis": "event",
    "when": {
      "event": [
        "target.worsening"
      ]
    },
    "reason": "{measure} got worse, twice in succession.",
    "ask": {
      "code": "evolve-plan",
      "text": "Look at the plan and the patient."
    },
    "urgency": "U",
    "due": {
      "businessDays": 2
    },
    "source": [
      "P"
    ],
    "examples": [
      {
        "facts": {
          "measure": "walking"
        },
        "expect": "fires",
        "reason": "Walking got worse, twice in succession."
      }
    ]
  },
  {
    "id": "PH-13",
    "version": 1,
    "status": "draft",
    "role": "physician",
    "basis": "event",
    "when": {
      "event": [
        "handoff.overdue"
      ]
    },
    "reason": "{role} is needed since {since}, and nobody has been chosen yet.",
    "ask": {
      "code": "decide",
      "text": "Choose somebody with the coordinator, or change the plan."
    },
    "urgency": "U",
    "due": {
      "businessDays": 1
    },
    "source": [
      "P"
    ],
    "examples": [
      {
        "facts": {
          "role": "spine surgery",
          "since": "6 April"
        },
        "expect": "fires",
        "reason": "Spine surgery is needed since 6 April, and nobody has been chosen yet."
      }
    ]
  },
  {
    "id": "PH-31",
    "version": 1,
    "status": "draft",
    "role": "physician",
    "basis": "event",
    "when": {
      "event": [
        "therapy.dose-change-requested"
      ]
    },
    "reason": "{partner} proposes {proposal}: {because}",
    "ask": {
      "code": "answer",
      "text": "Answer by a new version, or reply to the therapist in words."
    },
    "urgency": "R",
    "due": {
      "businessDays": 1
    },
    "source": [
      "S8"
    ],
    "examples": [
      {
        "facts": {
          "partner": "PT-North",
          "proposal": "one session a week",
          "because": "nerve glides flare for a day"
        },
        "expect": "fires",
        "reason": "PT-North proposes one session a week: nerve glides flare for a day"
      }
    ]
  },
  {
    "id": "CO-31",
    "version": 1,
    "status": "draft",
    "role": "coordinator",
    "basis": "event",
    "when": {
      "event": [
        "therapy.visit-flagged"
      ]
    },
    "reason": "A visit at {partner} on {date} took place without acknowledgement of: {directives}[ Reason given: {because}.]",
    "ask": {
      "code": "phone",
      "text": "Phone the clinic: does it know what is in force? Have the version acknowledged."
    },
    "urgency": "U",
    "due": {
      "businessDays": 1
    },
    "source": [
      "P"
    ],
    "examples": [
      {
        "facts": {
          "partner": "PT-North",
          "date": "12 April 2027",
          "directives": "Hold loading (T8) until the plan clears it."
        },
        "expect": "fires",
        "reason": "A visit at PT-North on 12 April 2027 took place without acknowledgement of: Hold loading (T8) until the plan clears it."
      },
      {
        "facts": {
          "partner": "PT-North",
          "date": "12 April 2027",
          "directives": "Therapy is on hold.",
          "because": "walking aid fitted"
        },
        "expect": "fires",
        "reason": "A visit at PT-North on 12 April 2027 took place without acknowledgement of: Therapy is on hold. Reason given: walking aid fitted."
      }
    ]
  },
  {
    "id": "CO-32",
    "version": 1,
    "status": "draft",
    "role": "coordinator",
    "basis": "event",
    "when": {
      "event": [
        "therapy.paperwork-overdue"
      ]
    },
    "reason": "{paper} from {partner} was due on {date}. {source}.",
    "ask": {
      "code": "phone",
      "text": "Ask the clinic for it; without it the payer may not pay, and the loop does not close."
    },
    "urgency": "R",
    "due": {
      "businessDays": 2
    },
    "source": [
      "P"
    ],
    "examples": [
      {
        "facts": {
          "paper": "progress report",
          "partner": "PT-North",
          "date": "6 May 2027",
          "source": "US Medicare defaults"
        },
        "expect": "fires",
        "reason": "Progress report from PT-North was due on 6 May 2027. US Medicare defaults."
      }
    ]
  },
  {
    "id": "PH-14",
    "version": 1,
    "status": "draft",
    "role": "physician",
    "basis": "event",
    "when": {
      "event": [
        "handoff.contested"
      ]
    },
    "reason": "{partner} cannot by then: {objection}[; possible from {possibleFrom}].",
    "ask": {
      "code": "answer",
      "text": "Change the plan, or reply; until then it is asked of nobody."
    },
    "urgency": "R",
    "due": {
      "businessDays": 1
    },
    "source": [
      "P"
    ],
    "examples": [
      {
        "facts": {
          "partner": "PT-North",
          "objection": "no place before the block",
          "possibleFrom": "21 April"
        },
        "expect": "fires",
        "reason": "PT-North cannot by then: no place before the block; possible from 21 April."
      }
    ]
  },
  {
    "id": "PH-15",
    "version": 1,
    "status": "draft",
    "role": "physician",
    "basis": "event",
    "when": {
      "event": [
        "handoff.contested"
      ]
    },
    "reason": "{partner} holds it for harmful: {objection}[; still in force: {inForce}].",
    "ask": {
      "code": "answer",
      "text": "Change the plan today, or say why it stands."
    },
    "urgency": "S",
    "due": {
      "sameDay": true
    },
    "source": [
      "P"
    ],
    "examples": [
      {
        "facts": {
          "partner": "PT-North",
          "objection": "wound not closed",
          "inForce": "hold therapy"
        },
        "expect": "fires",
        "reason": "PT-North holds it for harmful: wound not closed; still in force: hold therapy."
      }
    ]
  },
  {
    "id": "CO-20",
    "version": 1,
    "status": "draft",
    "role": "coordinator",
    "basis": "event",
    "when": {
      "event": [
        "handoff.contested"
      ]
    },
    "reason": "{partner} waits for an answer of the physician since {since}: {objection}.",
    "ask": {
      "code": "phone",
      "text": "Bring it before the physician, and tell the partner when to expect an answer."
    },
    "urgency": "U",
    "due": {
      "businessDays": 1
    },
    "dueWhen": [
      {
        "where": [
          {
            "field": "kind",
            "op": "eq",
            "value": "contraindicated"
          }
        ],
        "due": {
          "sameDay": true
        },
        "urgency": "S"
      }
    ],
    "source": [
      "P"
    ],
    "examples": [
      {
        "facts": {
          "partner": "PT-North",
          "since": "6 April",
          "objection": "no place before the block",
          "kind": "cannot-by-then"
        },
        "expect": "fires",
        "reason": "PT-North waits for an answer of the physician since 6 April: no place before the block."
      },
      {
        "facts": {
          "partner": "PT-North",
          "since": "6 April",
          "objection": "a pacemaker is in place",
          "kind": "contraindicated"
        },
        "expect": "fires",
        "urgency": "S"
      }
    ]
  },
  {
    "id": "CO-21",
    "version": 1,
    "status": "draft",
    "role": "coordinator",
    "basis": "event",
    "when": {
      "event": [
        "patient.history-packet-recorded"
      ]
    },
    "reason": "{partner} needs what is missing from the packet: {missing}.",
    "ask": {
      "code": "phone",
      "text": "Ask the patient or the earlier clinics for what is missing."
    },
    "urgency": "R",
    "due": {
      "businessDays": 2
    },
    "source": [
      "S4",
      "S13"
    ],
    "examples": [
      {
        "facts": {
          "partner": "PT-North",
          "missing": "operative notes, goals"
        },
        "expect": "fires",
        "reason": "PT-North needs what is missing from the packet: operative notes, goals."
      }
    ]
  },
  {
    "id": "PH-32",
    "version": 1,
    "status": "draft",
    "role": "physician",
    "basis": "event",
    "when": {
      "event": [
        "advice.asked"
      ]
    },
    "reason": "{asker} asks for your advice[ about {item}].",
    "ask": {
      "code": "answer",
      "text": "Answer the question, or make a referral of it."
    },
    "urgency": "R",
    "due": {
      "businessDays": 2
    },
    "source": [
      "P"
    ],
    "examples": [
      {
        "facts": {
          "asker": "PT-North",
          "item": "physical therapy"
        },
        "expect": "fires",
        "reason": "PT-North asks for your advice about physical therapy."
      },
      {
        "facts": {
          "asker": "Cora Coordinator"
        },
        "expect": "fires",
        "reason": "Cora Coordinator asks for your advice."
      }
    ]
  },
  {
    "id": "CO-22",
    "version": 1,
    "status": "draft",
    "role": "coordinator",
    "basis": "event",
    "when": {
      "event": [
        "advice.asked"
      ]
    },
    "reason": "{partner} was asked for advice[ about {item}] and has not answered yet.",
    "ask": {
      "code": "phone",
      "text": "Phone for the answer, and write it down for the partner."
    },
    "urgency": "R",
    "due": {
      "businessDays": 3
    },
    "source": [
      "P"
    ],
    "examples": [
      {
        "facts": {
          "partner": "PT-North",
          "item": "physical therapy"
        },
        "expect": "fires",
        "reason": "PT-North was asked for advice about physical therapy and has not answered yet."
      }
    ]
  },
  {
    "id": "CO-01",
    "version": 1,
    "status": "draft",
    "role": "coordinator",
    "basis": "event",
    "when": {
      "event": [
        "handoff.unassigned"
      ]
    },
    "reason": "{role} is needed and nobody is on the team.",
    "ask": {
      "code": "assign",
      "text": "Choose a clinic and refer."
    },
    "urgency": "R",
    "due": {
      "businessDays": 1
    },
    "dueWhen": [
      {
        "where": [
          {
            "field": "urgency",
            "op": "eq",
            "value": "emergency"
          }
        ],
        "due": {
          "hours": 1
        },
        "urgency": "E"
      },
      {
        "where": [
          {
            "field": "urgency",
            "op": "eq",
            "value": "same-day"
          }
        ],
        "due": {
          "sameDay": true
        },
        "urgency": "S"
      }
    ],
    "source": [
      "P"
    ],
    "examples": [
      {
        "facts": {
          "role": "spine surgery",
          "urgency": "routine"
        },
        "expect": "fires",
        "reason": "Spine surgery is needed and nobody is on the team."
      },
      {
        "facts": {
          "role": "spine surgery",
          "urgency": "same-day"
        },
        "expect": "fires",
        "urgency": "S"
      },
      {
        "facts": {
          "role": "spine surgery",
          "urgency": "emergency"
        },
        "expect": "fires",
        "urgency": "E"
      }
    ]
  },
  {
    "id": "CO-03",
    "version": 1,
    "status": "draft",
    "role": "coordinator",
    "basis": "event",
    "when": {
      "event": [
        "handoff.overdue"
      ]
    },
    "reason": "{partner} has not answered[ since {due}].",
    "ask": {
      "code": "phone",
      "text": "Phone, or acknowledge on their behalf."
    },
    "urgency": "R",
    "due": {
      "businessDays": 1
    },
    "source": [
      "P"
    ],
    "examples": [
      {
        "facts": {
          "partner": "PT-North",
          "due": "1 June"
        },
        "expect": "fires",
        "reason": "PT-North has not answered since 1 June."
      }
    ]
  },
  {
    "id": "CO-04",
    "version": 2,
    "status": "draft",
    "role": "coordinator",
    "basis": "event",
    "when": {
      "event": [
        "referral.declined"
      ]
    },
    "reason": "{partner} {happening}: {reason}",
    "ask": {
      "code": "reroute",
      "text": "Choose another clinic for {role}; the packet stays."
    },
    "urgency": "U",
    "due": {
      "businessDays": 1
    },
    "source": [
      "P"
    ],
    "examples": [
      {
        "facts": {
          "partner": "PT-North",
          "happening": "declined",
          "reason": "does not treat CRPS",
          "role": "physical therapy"
        },
        "expect": "fires",
        "reason": "PT-North declined: does not treat CRPS"
      }
    ]
  },
  {
    "id": "CO-05",
    "version": 1,
    "status": "draft",
    "role": "coordinator",
    "basis": "event",
    "when": {
      "event": [
        "delivery.failed"
      ]
    },
    "reason": "{partner} cannot be reached by {channel}.",
    "ask": {
      "code": "phone",
      "text": "Phone, and repair the endpoint."
    },
    "urgency": "S",
    "due": {
      "sameDay": true
    },
    "source": [
      "P"
    ],
    "examples": [
      {
        "facts": {
          "partner": "PT-North",
          "channel": "webhook"
        },
        "expect": "fires",
        "reason": "PT-North cannot be reached by webhook."
      }
    ]
  },
  {
    "id": "CO-06",
    "version": 1,
    "status": "draft",
    "role": "coordinator",
    "basis": "event",
    "when": {
      "event": [
        "appointment.missed"
      ]
    },
    "reason": "Missed twice: {what}.",
    "ask": {
      "code": "contact-patient",
      "text": "Call the patient, and tell the referrer."
    },
    "urgency": "R",
    "due": {
      "businessDays": 1
    },
    "source": [
      "P"
    ],
    "examples": [
      {
        "facts": {
          "what": "therapy visit"
        },
        "expect": "fires",
        "reason": "Missed twice: therapy visit."
      }
    ]
  },
  {
    "id": "CO-07",
    "version": 1,
    "status": "draft",
    "role": "coordinator",
    "basis": "event",
    "when": {
      "event": [
        "target.plateaued"
      ]
    },
    "reason": "{measure} stopped improving, and nobody has acted on it since {since}.",
    "ask": {
      "code": "phone",
      "text": "Bring it before the physician."
    },
    "urgency": "R",
    "due": {
      "businessDays": 1
    },
    "source": [
      "S12"
    ],
    "examples": [
      {
        "facts": {
          "measure": "walking",
          "since": "4 May"
        },
        "expect": "fires",
        "reason": "Walking stopped improving, and nobody has acted on it since 4 May."
      }
    ]
  },
  {
    "id": "AL-13",
    "version": 1,
    "status": "draft",
    "role": "@all",
    "basis": "event",
    "when": {
      "event": [
        "referral.entered-in-error"
      ]
    },
    "reason": "You were asked in error since {date}.",
    "ask": {
      "code": "stop-work",
      "text": "Disregard the request; nothing is asked of you."
    },
    "urgency": "U",
    "due": {
      "businessDays": 1
    },
    "slice": [
      "identity"
    ],
    "source": [
      "P"
    ],
    "examples": [
      {
        "facts": {
          "date": "6 April 2027"
        },
        "expect": "fires",
        "reason": "You were asked in error since 6 April 2027."
      }
    ]
  },
  {
    "id": "CO-08",
    "version": 1,
    "status": "draft",
    "role": "coordinator",
    "basis": "event",
    "when": {
      "event": [
        "referral.information-requested",
        "referral.declined"
      ]
    },
    "reason": "{partner} cannot go on without: {missing}",
    "ask": {
      "code": "answer",
      "text": "Supply what is missing; the same referral goes on."
    },
    "urgency": "U",
    "due": {
      "businessDays": 2
    },
    "source": [
      "P"
    ],
    "examples": [
      {
        "facts": {
          "partner": "PT-East",
          "missing": "which footwear?"
        },
        "expect": "fires",
        "reason": "PT-East cannot go on without: which footwear?"
      }
    ]
  },
  {
    "id": "CO-09",
    "version": 1,
    "status": "draft",
    "role": "coordinator",
    "basis": "event",
    "when": {
      "event": [
        "referral.declined"
      ]
    },
    "reason": "The patient does not come to {partner}: {reason}",
    "ask": {
      "code": "contact-patient",
      "text": "Call the patient; ask for whom, or for what, there is a will."
    },
    "urgency": "R",
    "due": {
      "businessDays": 3
    },
    "source": [
      "P"
    ],
    "examples": [
      {
        "facts": {
          "partner": "PT-North",
          "reason": "does not answer the telephone"
        },
        "expect": "fires",
        "reason": "The patient does not come to PT-North: does not answer the telephone"
      }
    ]
  },
  {
    "id": "CO-10",
    "version": 1,
    "status": "draft",
    "role": "coordinator",
    "basis": "event",
    "when": {
      "event": [
        "referral.overdue"
      ]
    },
    "reason": "{partner} {says}, since {since}.",
    "ask": {
      "code": "phone",
      "text": "Do this: {todo}."
    },
    "urgency": "R",
    "due": {
      "businessDays": 1
    },
    "source": [
      "P"
    ],
    "examples": [
      {
        "facts": {
          "partner": "PT-North",
          "says": "has not reported since the visit",
          "since": "6 April",
          "todo": "phone for the report"
        },
        "expect": "fires",
        "reason": "PT-North has not reported since the visit, since 6 April."
      }
    ]
  },
  {
    "id": "CO-11",
    "version": 1,
    "status": "draft",
    "role": "coordinator",
    "basis": "event",
    "when": {
      "event": [
        "referral.wait-listed"
      ]
    },
    "reason": "{partner} has a waiting list until {until}.",
    "ask": {
      "code": "reroute",
      "text": "Offer another clinic for {role}, or agree to wait."
    },
    "urgency": "R",
    "due": {
      "businessDays": 1
    },
    "source": [
      "P"
    ],
    "examples": [
      {
        "facts": {
          "partner": "PT-North",
          "until": "3 May",
          "role": "physical therapy"
        },
        "expect": "fires",
        "reason": "PT-North has a waiting list until 3 May."
      }
    ]
  },
  {
    "id": "PH-20",
    "version": 1,
    "status": "draft",
    "role": "physician",
    "basis": "event",
    "when": {
      "event": [
        "referral.declined"
      ]
    },
    "reason": "{role}: the patient does not come to {partner}: {reason}",
    "ask": {
      "code": "check",
      "text": "Know it, or change the plan; the coordinator calls the patient."
    },
    "urgency": "R",
    "due": {
      "businessDays": 3
    },
    "source": [
      "P"
    ],
    "examples": [
      {
        "facts": {
          "role": "physical therapy",
          "partner": "PT-North",
          "reason": "does not want therapy"
        },
        "expect": "fires",
        "reason": "Physical therapy: the patient does not come to PT-North: does not want therapy"
      }
    ]
  },
  {
    "id": "PH-21",
    "version": 1,
    "status": "draft",
    "role": "physician",
    "basis": "event",
    "when": {
      "event": [
        "referral.overdue"
      ]
    },
    "reason": "{partner} {says}, since {since}.",
    "ask": {
      "code": "decide",
      "text": "Do this: {todo}."
    },
    "urgency": "U",
    "due": {
      "businessDays": 1
    },
    "source": [
      "P"
    ],
    "examples": [
      {
        "facts": {
          "partner": "PT-North",
          "says": "has reported an outcome that nobody has read",
          "since": "6 April",
          "todo": "read it"
        },
        "expect": "fires",
        "reason": "PT-North has reported an outcome that nobody has read, since 6 April."
      }
    ]
  },
  {
    "id": "PH-22",
    "version": 1,
    "status": "draft",
    "role": "physician",
    "basis": "event",
    "when": {
      "event": [
        "referral.declined"
      ]
    },
    "reason": "{partner} holds it for unsafe: {reason}",
    "ask": {
      "code": "decide",
      "text": "Change the plan today, or say why it stands."
    },
    "urgency": "S",
    "due": {
      "sameDay": true
    },
    "source": [
      "P"
    ],
    "examples": [
      {
        "facts": {
          "partner": "PT-North",
          "reason": "unstable fracture"
        },
        "expect": "fires",
        "reason": "PT-North holds it for unsafe: unstable fracture"
      }
    ]
  },
  {
    "id": "PH-23",
    "version": 1,
    "status": "draft",
    "role": "physician",
    "basis": "event",
    "when": {
      "event": [
        "referral.failed"
      ]
    },
    "reason": "{partner} began and cannot finish: {reason}",
    "ask": {
      "code": "decide",
      "text": "Ask somebody else, or change the plan."
    },
    "urgency": "U",
    "due": {
      "businessDays": 2
    },
    "source": [
      "P"
    ],
    "examples": [
      {
        "facts": {
          "partner": "PT-North",
          "reason": "the therapist left"
        },
        "expect": "fires",
        "reason": "PT-North began and cannot finish: the therapist left"
      }
    ]
  },
  {
    "id": "CO-40",
    "version": 1,
    "status": "draft",
    "role": "coordinator",
    "basis": "event",
    "when": {
      "event": [
        "behavioral-health.release-withheld"
      ]
    },
    "reason": "A document was held back, and it could not be said whether it may be sent.",
    "ask": {
      "code": "phone",
      "text": "Ask the treating organization who it is for, and correct the directory."
    },
    "urgency": "U",
    "due": {
      "businessDays": 1
    },
    "source": [
      "C22",
      "P"
    ],
    "examples": [
      {
        "facts": {},
        "expect": "fires",
        "reason": "A document was held back, and it could not be said whether it may be sent."
      }
    ]
  },
  {
    "id": "GY-01",
    "version": 2,
    "status": "draft",
    "role": "gynecology",
    "basis": "net",
    "when": {
      "anyOf": [
        "diagnosis.added",
        "diagnosis.changed",
        "diagnosis.confirmed"
      ]
    },
    "where": [
      {
        "field": "item.isAnotherDisease",
        "op": "eq",
        "value": true
      },
      {
        "field": "item.group",
        "op": "eq",
        "value": "pelvic-pain"
      },
      {
        "field": "item.history",
        "op": "in",
        "value": [
          "gynecological",
          "both",
          "unknown"
        ]
      }
    ],
    "reason": "Pelvic pain[; question: {question}].",
    "ask": {
      "code": "evaluate",
      "text": "Organ causes."
    },
    "urgency": "R",
    "due": {
      "businessDays": 3
    },
    "slice": [
      "pelvic"
    ],
    "ifNoMember": "assign",
    "source": [
      "S10"
    ],
    "examples": [
      {
        "before": {},
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "R10.23",
              "group": "pelvic-pain",
              "status": "confirmed",
              "side": "bilateral",
              "history": "gynecological"
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {},
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "R10.23",
              "group": "pelvic-pain",
              "status": "confirmed",
              "side": "bilateral",
              "history": "urological"
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "R10.23",
              "group": "pelvic-pain",
              "status": "suspected",
              "side": "bilateral",
              "history": "urological"
            }
          ]
        },
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "R10.23",
              "group": "pelvic-pain",
              "status": "suspected",
              "side": "bilateral",
              "history": "both"
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "R10.23",
              "group": "pelvic-pain",
              "status": "suspected",
              "side": "bilateral",
              "history": "both"
            }
          ]
        },
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "R10.23",
              "group": "pelvic-pain",
              "status": "confirmed",
              "side": "bilateral",
              "history": "both"
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {},
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "M53.3",
              "group": "sacroiliac",
              "status": "suspected",
              "history": "gynecological"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "GY-02",
    "version": 1,
    "status": "draft",
    "role": "gynecology",
    "basis": "net",
    "when": {
      "anyOf": [
        "procedure.result-recorded"
      ]
    },
    "where": [
      {
        "field": "item.window",
        "op": "eq",
        "value": "W-PELVIC"
      }
    ],
    "reason": "Relief {relief}[ for {duration}].",
    "ask": {
      "code": "acknowledge",
      "text": "Does it change your finding?"
    },
    "urgency": "R",
    "due": {
      "businessDays": 3
    },
    "slice": [
      "pelvic"
    ],
    "ifNoMember": "skip",
    "source": [
      "S10"
    ],
    "examples": [
      {
        "before": {
          "procedures": [
            {
              "id": "p1",
              "type": "pudendal-block",
              "intent": "therapeutic",
              "status": "done",
              "doneAt": "2027-04-06T08:30:00-04:00"
            }
          ]
        },
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "pudendal-block",
              "intent": "therapeutic",
              "status": "done",
              "result": {
                "reliefPercent": 50
              },
              "doneAt": "2027-04-06T08:30:00-04:00"
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {},
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "pudendal-block",
              "intent": "therapeutic",
              "status": "done",
              "doneAt": "2027-04-06T08:30:00-04:00"
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {
          "procedures": [
            {
              "id": "p1",
              "type": "genicular-block",
              "intent": "diagnostic",
              "status": "done",
              "doneAt": "2027-04-05T08:30:00-04:00"
            }
          ]
        },
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "genicular-block",
              "intent": "diagnostic",
              "status": "done",
              "doneAt": "2027-04-05T08:30:00-04:00",
              "result": {
                "reliefPercent": 50
              }
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "UR-01",
    "version": 2,
    "status": "draft",
    "role": "urology",
    "basis": "net",
    "when": {
      "anyOf": [
        "diagnosis.added",
        "diagnosis.changed",
        "diagnosis.confirmed"
      ]
    },
    "where": [
      {
        "field": "item.isAnotherDisease",
        "op": "eq",
        "value": true
      },
      {
        "field": "item.group",
        "op": "eq",
        "value": "pelvic-pain"
      },
      {
        "field": "item.history",
        "op": "in",
        "value": [
          "urological",
          "both"
        ]
      }
    ],
    "reason": "Pelvic pain[; question: {question}].",
    "ask": {
      "code": "evaluate",
      "text": "Organ causes."
    },
    "urgency": "R",
    "due": {
      "businessDays": 3
    },
    "slice": [
      "pelvic"
    ],
    "ifNoMember": "assign",
    "source": [
      "S10"
    ],
    "examples": [
      {
        "before": {},
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "R10.23",
              "group": "pelvic-pain",
              "status": "confirmed",
              "side": "bilateral",
              "history": "both"
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {},
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "R10.23",
              "group": "pelvic-pain",
              "status": "confirmed",
              "side": "bilateral",
              "history": "gynecological"
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "R10.23",
              "group": "pelvic-pain",
              "status": "suspected",
              "side": "bilateral",
              "history": "gynecological"
            }
          ]
        },
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "R10.23",
              "group": "pelvic-pain",
              "status": "suspected",
              "side": "bilateral",
              "history": "both"
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "R10.23",
              "group": "pelvic-pain",
              "status": "suspected",
              "side": "bilateral",
              "history": "both"
            }
          ]
        },
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "R10.23",
              "group": "pelvic-pain",
              "status": "confirmed",
              "side": "bilateral",
              "history": "both"
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {},
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "M53.3",
              "group": "sacroiliac",
              "status": "suspected",
              "history": "urological"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "UR-02",
    "version": 1,
    "status": "draft",
    "role": "urology",
    "basis": "net",
    "when": {
      "anyOf": [
        "procedure.result-recorded"
      ]
    },
    "where": [
      {
        "field": "item.window",
        "op": "eq",
        "value": "W-PELVIC"
      }
    ],
    "reason": "Relief {relief}[ for {duration}].",
    "ask": {
      "code": "acknowledge",
      "text": "Does it change your finding?"
    },
    "urgency": "R",
    "due": {
      "businessDays": 3
    },
    "slice": [
      "pelvic"
    ],
    "ifNoMember": "skip",
    "source": [
      "S10"
    ],
    "examples": [
      {
        "before": {
          "procedures": [
            {
              "id": "p1",
              "type": "pudendal-block",
              "intent": "therapeutic",
              "status": "done",
              "doneAt": "2027-04-06T08:30:00-04:00"
            }
          ]
        },
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "pudendal-block",
              "intent": "therapeutic",
              "status": "done",
              "result": {
                "reliefPercent": 50
              },
              "doneAt": "2027-04-06T08:30:00-04:00"
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {},
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "pudendal-block",
              "intent": "therapeutic",
              "status": "done",
              "doneAt": "2027-04-06T08:30:00-04:00"
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {
          "procedures": [
            {
              "id": "p1",
              "type": "genicular-block",
              "intent": "diagnostic",
              "status": "done",
              "doneAt": "2027-04-05T08:30:00-04:00"
            }
          ]
        },
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "genicular-block",
              "intent": "diagnostic",
              "status": "done",
              "doneAt": "2027-04-05T08:30:00-04:00",
              "result": {
                "reliefPercent": 50
              }
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "GY-03",
    "version": 1,
    "status": "draft",
    "role": "gynecology",
    "basis": "net",
    "when": {
      "anyOf": [
        "context.pregnancy-changed"
      ]
    },
    "where": [
      {
        "field": "item.value",
        "op": "in",
        "value": [
          "yes",
          "possible"
        ]
      }
    ],
    "reason": "Pregnancy status changed[ while these are open: {procedures}].",
    "ask": {
      "code": "review-safety",
      "text": "What may go on and what has to wait."
    },
    "urgency": "S",
    "due": {
      "sameDay": true
    },
    "slice": [
      "pelvic"
    ],
    "ifNoMember": "skip",
    "source": [
      "S7",
      "C"
    ],
    "toCite": "procedures, steroid and local anesthetic for pelvic pain in pregnancy",
    "examples": [
      {
        "before": {
          "procedures": [
            {
              "id": "p1",
              "type": "pudendal-block",
              "intent": "therapeutic",
              "status": "planned"
            }
          ]
        },
        "after": {
          "patientContext": {
            "pregnancy": "possible"
          },
          "procedures": [
            {
              "id": "p1",
              "type": "pudendal-block",
              "intent": "therapeutic",
              "status": "planned"
            }
          ]
        },
        "expect": "fires",
        "reason": "Pregnancy status changed while these are open: pudendal nerve block."
      },
      {
        "before": {},
        "after": {
          "patientContext": {
            "pregnancy": "no"
          }
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "UR-03",
    "version": 1,
    "status": "draft",
    "role": "urology",
    "basis": "net",
    "when": {
      "anyOf": [
        "red-flag.cleared"
      ]
    },
    "where": [
      {
        "field": "item.kind",
        "op": "eq",
        "value": "cauda-equina"
      },
      {
        "field": "item.urological",
        "op": "eq",
        "value": true
      }
    ],
    "reason": "The spine was excluded as the cause of new bladder symptoms[; the review found: {finding}].",
    "ask": {
      "code": "evaluate",
      "text": "Cause and treatment of the bladder symptoms."
    },
    "urgency": "U",
    "due": {
      "businessDays": 3
    },
    "slice": [
      "pelvic",
      "role"
    ],
    "ifNoMember": "assign",
    "covers": [
      "AL-07"
    ],
    "source": [
      "S4"
    ],
    "examples": [
      {
        "before": {},
        "after": {
          "redFlags": [
            {
              "id": "g1",
              "kind": "cauda-equina",
              "observedAt": "2027-04-05T08:30:00-04:00",
              "status": "cleared",
              "urological": true
            }
          ]
        },
        "expect": "fires",
        "reason": "The spine was excluded as the cause of new bladder symptoms."
      },
      {
        "before": {
          "redFlags": [
            {
              "id": "g1",
              "kind": "cauda-equina",
              "observedAt": "2027-04-05T08:30:00-04:00",
              "status": "active"
            }
          ]
        },
        "after": {
          "redFlags": [
            {
              "id": "g1",
              "kind": "cauda-equina",
              "observedAt": "2027-04-05T08:30:00-04:00",
              "status": "cleared",
              "urological": true,
              "finding": "retention from an enlarged prostate"
            }
          ]
        },
        "expect": "fires",
        "reason": "The spine was excluded as the cause of new bladder symptoms; the review found: retention from an enlarged prostate."
      },
      {
        "before": {
          "redFlags": [
            {
              "id": "g1",
              "kind": "cauda-equina",
              "observedAt": "2027-04-05T08:30:00-04:00",
              "status": "active"
            }
          ]
        },
        "after": {
          "redFlags": [
            {
              "id": "g1",
              "kind": "cauda-equina",
              "observedAt": "2027-04-05T08:30:00-04:00",
              "status": "cleared",
              "finding": "spine excluded"
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {
          "redFlags": [
            {
              "id": "g1",
              "kind": "fever-spine",
              "observedAt": "2027-04-05T08:30:00-04:00",
              "status": "active"
            }
          ]
        },
        "after": {
          "redFlags": [
            {
              "id": "g1",
              "kind": "fever-spine",
              "observedAt": "2027-04-05T08:30:00-04:00",
              "status": "cleared",
              "urological": true
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "IM-01",
    "version": 1,
    "status": "draft",
    "role": "imaging",
    "basis": "net",
    "when": {
      "anyOf": [
        "imaging.ordered"
      ]
    },
    "reason": "{modality} of {region}[ {side}] for {imagingReason}[, by {by}].",
    "ask": {
      "code": "schedule",
      "text": "In-network site, safety screen."
    },
    "urgency": "R",
    "due": {
      "businessDays": 2
    },
    "dueWhen": [
      {
        "where": [
          {
            "field": "plan.hasEmergency",
            "op": "eq",
            "value": true
          }
        ],
        "due": {
          "hours": 1
        },
        "urgency": "E"
      },
      {
        "where": [
          {
            "field": "plan.hasActiveRedFlag",
            "op": "eq",
            "value": true
          }
        ],
        "due": {
          "sameDay": true
        },
        "urgency": "S"
      }
    ],
    "slice": [
      "imaging"
    ],
    "ifNoMember": "assign",
    "source": [
      "S4",
      "S11"
    ],
    "examples": [
      {
        "before": {},
        "after": {
          "imaging": [
            {
              "id": "i1",
              "modality": "mri",
              "region": "lumbar spine",
              "reason": "leg pain",
              "status": "ordered"
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {},
        "after": {
          "imaging": [
            {
              "id": "i1",
              "modality": "mri",
              "region": "lumbar spine",
              "reason": "leg pain",
              "status": "cancelled"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "IM-02",
    "version": 1,
    "status": "draft",
    "role": "imaging",
    "basis": "net",
    "when": {
      "anyOf": [
        "imaging.cancelled"
      ]
    },
    "reason": "{modality} of {region} is no longer needed.",
    "ask": {
      "code": "schedule",
      "text": "Cancel."
    },
    "urgency": "R",
    "due": {
      "businessDays": 1
    },
    "slice": [
      "imaging"
    ],
    "ifNoMember": "skip",
    "source": [
      "P"
    ],
    "examples": [
      {
        "before": {
          "imaging": [
            {
              "id": "i1",
              "modality": "mri",
              "region": "lumbar spine",
              "reason": "leg pain",
              "status": "ordered"
            }
          ]
        },
        "after": {
          "imaging": [
            {
              "id": "i1",
              "modality": "mri",
              "region": "lumbar spine",
              "reason": "leg pain",
              "status": "cancelled"
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {},
        "after": {
          "imaging": [
            {
              "id": "i1",
              "modality": "mri",
              "region": "lumbar spine",
              "reason": "leg pain",
              "status": "cancelled"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "IM-04",
    "version": 1,
    "status": "draft",
    "role": "imaging",
    "basis": "net",
    "when": {
      "anyOf": [
        "context.device-changed"
      ]
    },
    "reason": "An implanted device changes what is safe in the scanner.",
    "ask": {
      "code": "rescreen",
      "text": "MRI safety."
    },
    "urgency": "U",
    "due": {
      "businessDays": 1
    },
    "slice": [
      "device"
    ],
    "ifNoMember": "skip",
    "source": [
      "C"
    ],
    "toCite": "MRI conditions of stimulators and pumps",
    "examples": [
      {
        "before": {},
        "after": {
          "patientContext": {
            "implantedDevices": [
              {
                "id": "v1",
                "kind": "drg",
                "region": "left flank",
                "mriConditions": "conditional"
              }
            ]
          }
        },
        "expect": "fires"
      },
      {
        "before": {
          "patientContext": {
            "implantedDevices": [
              {
                "id": "v1",
                "kind": "drg",
                "region": "left flank",
                "mriConditions": "conditional"
              }
            ]
          }
        },
        "after": {
          "patientContext": {
            "implantedDevices": [
              {
                "id": "v1",
                "kind": "drg",
                "region": "left flank",
                "mriConditions": "conditional"
              }
            ]
          }
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "IM-03",
    "version": 1,
    "status": "draft",
    "role": "imaging",
    "basis": "net",
    "when": {
      "anyOf": [
        "imaging.changed"
      ]
    },
    "reason": "{modality} of {region} changed.",
    "ask": {
      "code": "schedule",
      "text": "Re-book as the order now says."
    },
    "urgency": "R",
    "due": {
      "businessDays": 1
    },
    "dueWhen": [
      {
        "where": [
          {
            "field": "change.urgencyRose",
            "op": "eq",
            "value": true
          }
        ],
        "due": {
          "sameDay": true
        },
        "urgency": "S"
      }
    ],
    "slice": [
      "imaging"
    ],
    "ifNoMember": "skip",
    "source": [
      "P"
    ],
    "examples": [
      {
        "before": {
          "imaging": [
            {
              "id": "i1",
              "modality": "mri",
              "region": "hip",
              "reason": "pain",
              "status": "ordered"
            }
          ]
        },
        "after": {
          "imaging": [
            {
              "id": "i1",
              "modality": "mri",
              "region": "knee",
              "reason": "pain",
              "status": "ordered"
            }
          ]
        },
        "expect": "fires",
        "reason": "MRI of knee changed."
      },
      {
        "before": {
          "imaging": [
            {
              "id": "i1",
              "modality": "mri",
              "region": "hip",
              "reason": "pain",
              "status": "ordered"
            }
          ]
        },
        "after": {
          "imaging": [
            {
              "id": "i1",
              "modality": "mri",
              "region": "hip",
              "reason": "other words",
              "status": "ordered"
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {
          "imaging": [
            {
              "id": "i1",
              "modality": "mri",
              "region": "hip",
              "reason": "pain",
              "status": "ordered",
              "urgency": "routine"
            }
          ]
        },
        "after": {
          "imaging": [
            {
              "id": "i1",
              "modality": "mri",
              "region": "hip",
              "reason": "pain",
              "status": "ordered",
              "urgency": "same-day"
            }
          ]
        },
        "expect": "fires",
        "urgency": "S"
      }
    ]
  },
  {
    "id": "IM-05",
    "version": 1,
    "status": "draft",
    "role": "imaging",
    "basis": "net",
    "when": {
      "anyOf": [
        "context.pregnancy-changed"
      ]
    },
    "where": [
      {
        "field": "item.value",
        "op": "in",
        "value": [
          "yes",
          "possible"
        ]
      },
      {
        "field": "plan.hasOpenImaging",
        "op": "eq",
        "value": true
      }
    ],
    "reason": "Pregnancy status changed before a study.",
    "ask": {
      "code": "review-safety",
      "text": "Before the study."
    },
    "urgency": "S",
    "due": {
      "sameDay": true
    },
    "slice": [
      "imaging"
    ],
    "ifNoMember": "skip",
    "source": [
      "C"
    ],
    "toCite": "imaging in pregnancy",
    "examples": [
      {
        "before": {
          "imaging": [
            {
              "id": "i1",
              "modality": "ct",
              "region": "hip",
              "reason": "pain",
              "status": "ordered"
            }
          ]
        },
        "after": {
          "patientContext": {
            "pregnancy": "yes"
          },
          "imaging": [
            {
              "id": "i1",
              "modality": "ct",
              "region": "hip",
              "reason": "pain",
              "status": "ordered"
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {},
        "after": {
          "patientContext": {
            "pregnancy": "yes"
          }
        },
        "expect": "silent"
      },
      {
        "before": {
          "imaging": [
            {
              "id": "i1",
              "modality": "ct",
              "region": "hip",
              "reason": "pain",
              "status": "ordered"
            }
          ]
        },
        "after": {
          "patientContext": {
            "pregnancy": "no"
          },
          "imaging": [
            {
              "id": "i1",
              "modality": "ct",
              "region": "hip",
              "reason": "pain",
              "status": "ordered"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "IM-06",
    "version": 1,
    "status": "draft",
    "role": "imaging",
    "basis": "net",
    "when": {
      "anyOf": [
        "context.allergy-changed"
      ]
    },
    "where": [
      {
        "field": "item.addedKinds",
        "op": "includes",
        "value": "contrast"
      },
      {
        "field": "plan.hasOpenContrastImaging",
        "op": "eq",
        "value": true
      }
    ],
    "reason": "A contrast allergy was recorded before a study with contrast[: {contrastStudies}].",
    "ask": {
      "code": "review-safety",
      "text": "Without contrast, with another agent or with preparation; ask the clinic before the study."
    },
    "urgency": "U",
    "due": {
      "businessDays": 1
    },
    "slice": [
      "imaging"
    ],
    "ifNoMember": "skip",
    "source": [
      "C"
    ],
    "toCite": "what is done about a recorded reaction to contrast",
    "examples": [
      {
        "before": {
          "imaging": [
            {
              "id": "i1",
              "modality": "mri",
              "region": "lumbar spine",
              "reason": "fever",
              "status": "ordered",
              "contrast": true
            }
          ]
        },
        "after": {
          "patientContext": {
            "allergies": {
              "state": "known",
              "items": [
                {
                  "kind": "contrast",
                  "text": "gadolinium"
                }
              ]
            }
          },
          "imaging": [
            {
              "id": "i1",
              "modality": "mri",
              "region": "lumbar spine",
              "reason": "fever",
              "status": "ordered",
              "contrast": true
            }
          ]
        },
        "expect": "fires",
        "reason": "A contrast allergy was recorded before a study with contrast: MRI of lumbar spine."
      },
      {
        "before": {
          "imaging": [
            {
              "id": "i1",
              "modality": "mri",
              "region": "lumbar spine",
              "reason": "leg pain",
              "status": "ordered"
            }
          ]
        },
        "after": {
          "patientContext": {
            "allergies": {
              "state": "known",
              "items": [
                {
                  "kind": "contrast",
                  "text": "gadolinium"
                }
              ]
            }
          },
          "imaging": [
            {
              "id": "i1",
              "modality": "mri",
              "region": "lumbar spine",
              "reason": "leg pain",
              "status": "ordered"
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {
          "patientContext": {
            "allergies": {
              "state": "known",
              "items": [
                {
                  "kind": "contrast",
                  "text": "gadolinium"
                }
              ]
            }
          },
          "imaging": [
            {
              "id": "i1",
              "modality": "mri",
              "region": "lumbar spine",
              "reason": "fever",
              "status": "ordered",
              "contrast": true
            }
          ]
        },
        "after": {
          "patientContext": {
            "allergies": {
              "state": "known",
              "items": [
                {
                  "kind": "contrast",
                  "text": "gadolinium"
                },
                {
                  "kind": "latex",
                  "text": "gloves"
                }
              ]
            }
          },
          "imaging": [
            {
              "id": "i1",
              "modality": "mri",
              "region": "lumbar spine",
              "reason": "fever",
              "status": "ordered",
              "contrast": true
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "NE-01",
    "version": 1,
    "status": "draft",
    "role": "neurology",
    "basis": "net",
    "when": {
      "anyOf": [
        "diagnosis.added",
        "diagnosis.confirmed"
      ]
    },
    "where": [
      {
        "field": "item.group",
        "op": "in",
        "value": [
          "migraine",
          "occipital-neuralgia",
          "trigeminal-neuralgia",
          "peripheral-neuropathy"
        ]
      }
    ],
    "reason": "{diagnosis}[: {question}].",
    "ask": {
      "code": "evaluate",
      "text": "Your opinion on cause and treatment."
    },
    "urgency": "R",
    "due": {
      "businessDays": 3
    },
    "slice": [
      "headache"
    ],
    "ifNoMember": "skip",
    "source": [
      "S3",
      "S7"
    ],
    "examples": [
      {
        "before": {},
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "G62.9",
              "group": "peripheral-neuropathy",
              "text": "Painful neuropathy of both feet",
              "status": "suspected",
              "question": "which cause is not yet looked for?"
            }
          ]
        },
        "expect": "fires",
        "reason": "Painful neuropathy of both feet: which cause is not yet looked for?"
      },
      {
        "before": {},
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "M54.17",
              "group": "lumbar-radiculopathy",
              "status": "confirmed"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "NE-02",
    "version": 1,
    "status": "draft",
    "role": "neurology",
    "basis": "net",
    "when": {
      "anyOf": [
        "medication.started",
        "medication.switched"
      ]
    },
    "where": [
      {
        "field": "item.class",
        "op": "in",
        "value": [
          "triptan",
          "gepant",
          "ditan",
          "cgrp-mab"
        ]
      }
    ],
    "reason": "{ingredient} starts[: {after}].",
    "ask": {
      "code": "monitor",
      "text": "Headache diary every month."
    },
    "urgency": "R",
    "due": {
      "businessDays": 3
    },
    "slice": [
      "headache"
    ],
    "ifNoMember": "skip",
    "source": [
      "S5"
    ],
    "examples": [
      {
        "before": {},
        "after": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "rimegepant"
              },
              "class": "gepant",
              "dose": 75,
              "unit": "mg",
              "frequency": "as-needed",
              "status": "active"
            }
          ]
        },
        "expect": "fires",
        "reason": "Rimegepant starts: 75 mg as-needed."
      },
      {
        "before": {},
        "after": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "amitriptyline"
              },
              "class": "tca",
              "status": "active"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "NE-03",
    "version": 1,
    "status": "draft",
    "role": "neurology",
    "basis": "net",
    "when": {
      "anyOf": [
        "procedure.done"
      ]
    },
    "where": [
      {
        "field": "item.type",
        "op": "eq",
        "value": "occipital-block"
      }
    ],
    "relevance": {
      "within": "P14D",
      "of": "item.doneAt"
    },
    "reason": "An {procedure}[ ({side})] was done on {date}.",
    "ask": {
      "code": "monitor",
      "text": "Headache diary for two weeks."
    },
    "urgency": "R",
    "due": {
      "businessDays": 2
    },
    "slice": [
      "headache"
    ],
    "ifNoMember": "skip",
    "source": [
      "S6"
    ],
    "examples": [
      {
        "before": {},
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "occipital-block",
              "intent": "therapeutic",
              "side": "left",
              "status": "done",
              "doneAt": "2027-04-06T08:30:00-04:00"
            }
          ]
        },
        "expect": "fires",
        "reason": "An occipital nerve block (left) was done on 6 April 2027."
      },
      {
        "before": {},
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "trigger-point",
              "intent": "therapeutic",
              "status": "done",
              "doneAt": "2027-04-06T08:30:00-04:00"
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {},
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "occipital-block",
              "intent": "therapeutic",
              "side": "left",
              "status": "done",
              "doneAt": "2027-03-06T08:30:00-04:00"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "NE-04",
    "version": 1,
    "status": "draft",
    "role": "neurology",
    "basis": "net",
    "when": {
      "anyOf": [
        "medication.stopped"
      ]
    },
    "where": [
      {
        "field": "item.leavesFacialPain",
        "op": "eq",
        "value": true
      }
    ],
    "reason": "{ingredient} failed[: {effect}].",
    "ask": {
      "code": "evaluate",
      "text": "Next line of medicine for the facial pain."
    },
    "urgency": "R",
    "due": {
      "businessDays": 3
    },
    "slice": [
      "headache"
    ],
    "ifNoMember": "skip",
    "source": [
      "S7"
    ],
    "examples": [
      {
        "before": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "G50.0",
              "group": "trigeminal-neuralgia",
              "status": "confirmed"
            }
          ],
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "carbamazepine"
              },
              "class": "anticonvulsant",
              "status": "active"
            }
          ]
        },
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "G50.0",
              "group": "trigeminal-neuralgia",
              "status": "confirmed"
            }
          ],
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "carbamazepine"
              },
              "class": "anticonvulsant",
              "status": "stopped",
              "stopReason": {
                "kind": "side-effect",
                "effect": "low sodium"
              }
            }
          ]
        },
        "expect": "fires",
        "reason": "Carbamazepine failed: low sodium."
      },
      {
        "before": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "G43.909",
              "group": "migraine",
              "status": "confirmed"
            }
          ],
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "topiramate"
              },
              "class": "anticonvulsant",
              "status": "active"
            }
          ]
        },
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "G43.909",
              "group": "migraine",
              "status": "confirmed"
            }
          ],
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "topiramate"
              },
              "class": "anticonvulsant",
              "status": "stopped",
              "stopReason": {
                "kind": "ineffective"
              }
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "NE-05",
    "version": 1,
    "status": "draft",
    "role": "neurology",
    "basis": "net",
    "when": {
      "anyOf": [
        "red-flag.raised"
      ]
    },
    "where": [
      {
        "field": "item.kind",
        "op": "eq",
        "value": "headache-alarm"
      },
      {
        "field": "item.onset",
        "op": "eq",
        "value": "new"
      }
    ],
    "reason": "Alarm features with headache.",
    "ask": {
      "code": "evaluate",
      "text": "Now; the patient is on the way to the emergency department."
    },
    "urgency": "E",
    "due": {
      "hours": 1
    },
    "slice": [
      "headache"
    ],
    "ifNoMember": "assign",
    "source": [
      "C"
    ],
    "toCite": "which features of a headache call for imaging at once",
    "examples": [
      {
        "before": {},
        "after": {
          "redFlags": [
            {
              "id": "g1",
              "kind": "headache-alarm",
              "observedAt": "2027-04-06T08:30:00-04:00",
              "status": "active"
            }
          ]
        },
        "expect": "fires",
        "reason": "Alarm features with headache."
      },
      {
        "before": {},
        "after": {
          "redFlags": [
            {
              "id": "g1",
              "kind": "postural-headache",
              "observedAt": "2027-04-06T08:30:00-04:00",
              "status": "active"
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {},
        "after": {
          "redFlags": [
            {
              "id": "g1",
              "kind": "headache-alarm",
              "observedAt": "2027-04-06T08:30:00-04:00",
              "onset": "known",
              "status": "active"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "ON-01",
    "version": 2,
    "status": "draft",
    "role": "oncology",
    "basis": "net",
    "when": {
      "anyOf": [
        "diagnosis.added",
        "diagnosis.changed",
        "diagnosis.confirmed"
      ]
    },
    "where": [
      {
        "field": "item.isAnotherDisease",
        "op": "eq",
        "value": true
      },
      {
        "field": "item.group",
        "op": "eq",
        "value": "cancer-pain"
      }
    ],
    "reason": "Cancer pain[ at {region}][: {question}].",
    "ask": {
      "code": "evaluate",
      "text": "Staging and systemic options; is the structure stable?"
    },
    "urgency": "U",
    "due": {
      "businessDays": 1
    },
    "dueWhen": [
      {
        "where": [
          {
            "field": "plan.hasNeurologicSign",
            "op": "eq",
            "value": true
          }
        ],
        "due": {
          "sameDay": true
        },
        "urgency": "S"
      }
    ],
    "slice": [
      "oncology"
    ],
    "ifNoMember": "assign",
    "source": [
      "S3",
      "S7"
    ],
    "examples": [
      {
        "before": {},
        "after": {
          "diagnoses": [
            {
              "id": "d2",
              "code": "C79.51",
              "group": "cancer-pain",
              "status": "confirmed",
              "structuralRisk": {
                "value": "possible",
                "region": "T8"
              }
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {},
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "M54.17",
              "group": "facet",
              "status": "confirmed"
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "M54.59",
              "group": "facet",
              "status": "suspected"
            }
          ]
        },
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "C79.51",
              "group": "cancer-pain",
              "status": "suspected",
              "level": [
                "T8"
              ]
            }
          ]
        },
        "expect": "fires",
        "reason": "Cancer pain at T8."
      },
      {
        "before": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "C79.51",
              "group": "cancer-pain",
              "status": "suspected",
              "level": [
                "T8"
              ]
            }
          ]
        },
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "C79.51",
              "group": "cancer-pain",
              "status": "confirmed",
              "level": [
                "T8"
              ]
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {
          "redFlags": [
            {
              "id": "g1",
              "kind": "cancer-history-pain",
              "observedAt": "2027-04-06T08:30:00-04:00",
              "region": "T8",
              "neurologicSign": true,
              "status": "active"
            }
          ]
        },
        "after": {
          "redFlags": [
            {
              "id": "g1",
              "kind": "cancer-history-pain",
              "observedAt": "2027-04-06T08:30:00-04:00",
              "region": "T8",
              "neurologicSign": true,
              "status": "active"
            }
          ],
          "diagnoses": [
            {
              "id": "d1",
              "code": "C79.51",
              "group": "cancer-pain",
              "level": [
                "T8"
              ],
              "status": "suspected",
              "structuralRisk": {
                "value": "unstable",
                "region": "T8"
              }
            }
          ]
        },
        "expect": "fires",
        "urgency": "S"
      }
    ]
  },
  {
    "id": "ON-02",
    "version": 1,
    "status": "draft",
    "role": "oncology",
    "basis": "net",
    "when": {
      "anyOf": [
        "red-flag.raised"
      ]
    },
    "where": [
      {
        "field": "item.kind",
        "op": "in",
        "value": [
          "cancer-history-pain",
          "cord-compression"
        ]
      }
    ],
    "reason": "New pain with a cancer history[ at {region}].",
    "ask": {
      "code": "evaluate",
      "text": "Your imaging and opinion."
    },
    "urgency": "U",
    "due": {
      "businessDays": 2
    },
    "dueWhen": [
      {
        "where": [
          {
            "field": "item.urgency",
            "op": "eq",
            "value": "emergency"
          }
        ],
        "due": {
          "hours": 1
        },
        "urgency": "E"
      }
    ],
    "slice": [
      "oncology"
    ],
    "ifNoMember": "assign",
    "source": [
      "S4",
      "C15"
    ],
    "examples": [
      {
        "before": {},
        "after": {
          "redFlags": [
            {
              "id": "f1",
              "kind": "cancer-history-pain",
              "observedAt": "2027-04-06T08:00:00-04:00",
              "status": "active",
              "region": "T8"
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {},
        "after": {
          "redFlags": [
            {
              "id": "f1",
              "kind": "weight-loss",
              "observedAt": "2027-04-06T08:00:00-04:00",
              "status": "active"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "ON-04",
    "version": 1,
    "status": "draft",
    "role": "oncology",
    "basis": "net",
    "when": {
      "anyOf": [
        "imaging.resulted"
      ]
    },
    "where": [
      {
        "field": "item.group",
        "op": "eq",
        "value": "cancer-pain"
      }
    ],
    "reason": "{modality} of {region} is reported[: {summary}].",
    "ask": {
      "code": "acknowledge",
      "text": "Reply when it changes treatment."
    },
    "urgency": "U",
    "due": {
      "businessDays": 1
    },
    "slice": [
      "oncology"
    ],
    "ifNoMember": "skip",
    "covers": [
      "AL-05"
    ],
    "source": [
      "S7"
    ],
    "examples": [
      {
        "before": {
          "diagnoses": [
            {
              "id": "d2",
              "code": "C79.51",
              "group": "cancer-pain",
              "status": "confirmed",
              "structuralRisk": {
                "value": "possible",
                "region": "T8"
              }
            }
          ],
          "imaging": [
            {
              "id": "i1",
              "modality": "mri",
              "region": "lumbar spine",
              "reason": "leg pain",
              "status": "ordered",
              "diagnosisId": "d2"
            }
          ]
        },
        "after": {
          "diagnoses": [
            {
              "id": "d2",
              "code": "C79.51",
              "group": "cancer-pain",
              "status": "confirmed",
              "structuralRisk": {
                "value": "possible",
                "region": "T8"
              }
            }
          ],
          "imaging": [
            {
              "id": "i1",
              "modality": "mri",
              "region": "lumbar spine",
              "reason": "leg pain",
              "status": "resulted",
              "diagnosisId": "d2"
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {
          "imaging": [
            {
              "id": "i1",
              "modality": "mri",
              "region": "lumbar spine",
              "reason": "leg pain",
              "status": "ordered"
            }
          ]
        },
        "after": {
          "imaging": [
            {
              "id": "i1",
              "modality": "mri",
              "region": "lumbar spine",
              "reason": "leg pain",
              "status": "resulted"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "ON-06",
    "version": 1,
    "status": "draft",
    "role": "oncology",
    "basis": "net",
    "when": {
      "anyOf": [
        "procedure.done"
      ]
    },
    "where": [
      {
        "field": "item.type",
        "op": "in",
        "value": [
          "intrathecal-pump",
          "vertebroplasty"
        ]
      }
    ],
    "relevance": {
      "within": "P14D",
      "of": "item.doneAt"
    },
    "reason": "{procedure} was done on {date}.",
    "ask": {
      "code": "acknowledge",
      "text": "Conversion and MRI conditions."
    },
    "urgency": "U",
    "due": {
      "businessDays": 1
    },
    "slice": [
      "oncology"
    ],
    "ifNoMember": "skip",
    "source": [
      "S7"
    ],
    "examples": [
      {
        "before": {},
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "vertebroplasty",
              "intent": "therapeutic",
              "status": "done",
              "doneAt": "2027-04-06T08:30:00-04:00"
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {},
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "genicular-block",
              "intent": "therapeutic",
              "status": "done",
              "doneAt": "2027-04-06T08:30:00-04:00"
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {},
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "vertebroplasty",
              "intent": "therapeutic",
              "status": "done",
              "doneAt": "2027-03-06T08:30:00-04:00"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "RO-01",
    "version": 2,
    "status": "draft",
    "role": "radiation-oncology",
    "basis": "net",
    "when": {
      "anyOf": [
        "diagnosis.added",
        "diagnosis.changed",
        "diagnosis.confirmed"
      ]
    },
    "where": [
      {
        "field": "item.isAnotherDisease",
        "op": "eq",
        "value": true
      },
      {
        "field": "item.isBoneMetastasis",
        "op": "eq",
        "value": true
      }
    ],
    "reason": "Painful bone metastasis[ at {region}].",
    "ask": {
      "code": "evaluate",
      "text": "Palliative radiation."
    },
    "urgency": "U",
    "due": {
      "businessDays": 1
    },
    "dueWhen": [
      {
        "where": [
          {
            "field": "plan.hasNeurologicSign",
            "op": "eq",
            "value": true
          }
        ],
        "due": {
          "sameDay": true
        },
        "urgency": "S"
      }
    ],
    "slice": [
      "oncology"
    ],
    "ifNoMember": "assign",
    "source": [
      "S7"
    ],
    "examples": [
      {
        "before": {},
        "after": {
          "diagnoses": [
            {
              "id": "d2",
              "code": "C79.51",
              "group": "cancer-pain",
              "status": "confirmed",
              "structuralRisk": {
                "value": "possible",
                "region": "T8"
              }
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {},
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "G89.3",
              "group": "cancer-pain",
              "status": "confirmed"
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "G89.3",
              "group": "cancer-pain",
              "status": "suspected"
            }
          ]
        },
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "C79.51",
              "group": "cancer-pain",
              "status": "suspected",
              "level": [
                "T8"
              ]
            }
          ]
        },
        "expect": "fires",
        "reason": "Painful bone metastasis at T8."
      },
      {
        "before": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "C79.51",
              "group": "cancer-pain",
              "status": "suspected",
              "level": [
                "T8"
              ]
            }
          ]
        },
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "C79.51",
              "group": "cancer-pain",
              "status": "confirmed",
              "level": [
                "T8"
              ]
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {
          "redFlags": [
            {
              "id": "g1",
              "kind": "cancer-history-pain",
              "observedAt": "2027-04-06T08:30:00-04:00",
              "region": "T8",
              "neurologicSign": true,
              "status": "active"
            }
          ]
        },
        "after": {
          "redFlags": [
            {
              "id": "g1",
              "kind": "cancer-history-pain",
              "observedAt": "2027-04-06T08:30:00-04:00",
              "region": "T8",
              "neurologicSign": true,
              "status": "active"
            }
          ],
          "diagnoses": [
            {
              "id": "d1",
              "code": "C79.51",
              "group": "cancer-pain",
              "level": [
                "T8"
              ],
              "status": "suspected",
              "structuralRisk": {
                "value": "unstable",
                "region": "T8"
              }
            }
          ]
        },
        "expect": "fires",
        "urgency": "S"
      }
    ]
  },
  {
    "id": "RO-04",
    "version": 2,
    "status": "draft",
    "role": "radiation-oncology",
    "basis": "net",
    "when": {
      "anyOf": [
        "diagnosis.added",
        "diagnosis.confirmed",
        "diagnosis.changed",
        "diagnosis.structural-risk-changed"
      ]
    },
    "where": [
      {
        "field": "item.isNewRisk",
        "op": "eq",
        "value": true
      },
      {
        "field": "item.risk",
        "op": "eq",
        "value": "unstable"
      }
    ],
    "reason": "Structure[ at {region}] may be unstable.",
    "ask": {
      "code": "agree-plan",
      "text": "Stabilize first?"
    },
    "urgency": "U",
    "due": {
      "businessDays": 1
    },
    "slice": [
      "oncology"
    ],
    "ifNoMember": "skip",
    "source": [
      "C18"
    ],
    "examples": [
      {
        "before": {
          "diagnoses": [
            {
              "id": "d2",
              "code": "C79.51",
              "group": "cancer-pain",
              "status": "confirmed",
              "structuralRisk": {
                "value": "possible",
                "region": "T8"
              }
            }
          ]
        },
        "after": {
          "diagnoses": [
            {
              "id": "d2",
              "code": "C79.51",
              "group": "cancer-pain",
              "status": "confirmed",
              "structuralRisk": {
                "value": "unstable",
                "region": "T8"
              }
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {
          "diagnoses": [
            {
              "id": "d2",
              "code": "C79.51",
              "group": "cancer-pain",
              "status": "confirmed",
              "structuralRisk": {
                "value": "unstable",
                "region": "T8"
              }
            }
          ]
        },
        "after": {
          "diagnoses": [
            {
              "id": "d2",
              "code": "C79.51",
              "group": "cancer-pain",
              "status": "confirmed",
              "structuralRisk": {
                "value": "stable-cleared",
                "region": "T8"
              }
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "C79.51",
              "group": "cancer-pain",
              "status": "suspected",
              "level": [
                "T8"
              ],
              "structuralRisk": {
                "value": "unstable",
                "region": "T8"
              }
            }
          ]
        },
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "C79.51",
              "group": "cancer-pain",
              "status": "suspected",
              "level": [
                "T9"
              ],
              "structuralRisk": {
                "value": "unstable",
                "region": "T9"
              }
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "C79.51",
              "group": "cancer-pain",
              "status": "suspected",
              "level": [
                "T8"
              ],
              "structuralRisk": {
                "value": "unstable",
                "region": "T8"
              }
            }
          ]
        },
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "C79.51",
              "group": "cancer-pain",
              "status": "suspected",
              "level": [
                "T8"
              ],
              "structuralRisk": {
                "value": "unstable",
                "region": "T8"
              },
              "history": "unknown"
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {},
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "C79.51",
              "group": "cancer-pain",
              "status": "suspected",
              "level": [
                "T8"
              ],
              "structuralRisk": {
                "value": "unstable",
                "region": "T8"
              }
            }
          ]
        },
        "expect": "fires",
        "reason": "Structure at T8 may be unstable."
      }
    ]
  },
  {
    "id": "IR-01",
    "version": 2,
    "status": "draft",
    "role": "interventional-radiology",
    "basis": "net",
    "when": {
      "anyOf": [
        "diagnosis.added",
        "diagnosis.changed",
        "diagnosis.confirmed"
      ]
    },
    "where": [
      {
        "field": "item.isAnotherDisease",
        "op": "eq",
        "value": true
      },
      {
        "field": "item.isVertebralFracture",
        "op": "eq",
        "value": true
      }
    ],
    "reason": "Vertebral fracture[ at {region}] with pain.",
    "ask": {
      "code": "evaluate",
      "text": "Vertebroplasty question."
    },
    "urgency": "U",
    "due": {
      "businessDays": 1
    },
    "slice": [
      "oncology"
    ],
    "ifNoMember": "assign",
    "source": [
      "S7"
    ],
    "examples": [
      {
        "before": {},
        "after": {
          "diagnoses": [
            {
              "id": "d4",
              "code": "M84.58XA",
              "group": "cancer-pain",
              "status": "confirmed",
              "structuralRisk": {
                "value": "unstable",
                "region": "T8"
              },
              "level": [
                "T8"
              ]
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {},
        "after": {
          "diagnoses": [
            {
              "id": "d2",
              "code": "C79.51",
              "group": "cancer-pain",
              "status": "confirmed",
              "structuralRisk": {
                "value": "possible",
                "region": "T8"
              }
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "M54.59",
              "group": "facet",
              "status": "suspected"
            }
          ]
        },
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "M84.58XA",
              "group": "cancer-pain",
              "status": "suspected",
              "level": [
                "T8"
              ]
            }
          ]
        },
        "expect": "fires",
        "reason": "Vertebral fracture at T8 with pain."
      },
      {
        "before": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "M84.58XA",
              "group": "cancer-pain",
              "status": "suspected",
              "level": [
                "T8"
              ]
            }
          ]
        },
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "M84.58XA",
              "group": "cancer-pain",
              "status": "confirmed",
              "level": [
                "T8"
              ]
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "PA-01",
    "version": 2,
    "status": "draft",
    "role": "palliative-care",
    "basis": "net",
    "when": {
      "anyOf": [
        "diagnosis.added",
        "diagnosis.changed",
        "diagnosis.confirmed"
      ]
    },
    "where": [
      {
        "field": "item.isAnotherDisease",
        "op": "eq",
        "value": true
      },
      {
        "field": "item.group",
        "op": "eq",
        "value": "cancer-pain"
      }
    ],
    "reason": "Cancer pain[ at {region}]; aims: comfort and alertness.",
    "ask": {
      "code": "evaluate",
      "text": "See the patient together with us."
    },
    "urgency": "U",
    "due": {
      "businessDays": 1
    },
    "slice": [
      "oncology"
    ],
    "ifNoMember": "assign",
    "source": [
      "S3",
      "S7"
    ],
    "examples": [
      {
        "before": {},
        "after": {
          "diagnoses": [
            {
              "id": "d2",
              "code": "C79.51",
              "group": "cancer-pain",
              "status": "confirmed",
              "structuralRisk": {
                "value": "possible",
                "region": "T8"
              }
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {},
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "M54.17",
              "group": "facet",
              "status": "confirmed"
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "M54.59",
              "group": "facet",
              "status": "suspected"
            }
          ]
        },
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "C79.51",
              "group": "cancer-pain",
              "status": "suspected",
              "level": [
                "T8"
              ]
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "C79.51",
              "group": "cancer-pain",
              "status": "suspected",
              "level": [
                "T8"
              ]
            }
          ]
        },
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "C79.51",
              "group": "cancer-pain",
              "status": "confirmed",
              "level": [
                "T8"
              ]
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "RO-06",
    "version": 1,
    "status": "draft",
    "role": "radiation-oncology",
    "basis": "net",
    "when": {
      "anyOf": [
        "diagnosis.changed",
        "diagnosis.confirmed"
      ]
    },
    "where": [
      {
        "field": "item.group",
        "op": "eq",
        "value": "cancer-pain"
      },
      {
        "field": "item.isElsewhere",
        "op": "eq",
        "value": true
      }
    ],
    "reason": "{diagnosis} lies elsewhere now[: {level}].",
    "ask": {
      "code": "agree-plan",
      "text": "Does the field still cover it?"
    },
    "urgency": "U",
    "due": {
      "businessDays": 1
    },
    "slice": [
      "oncology"
    ],
    "ifNoMember": "skip",
    "covers": [
      "AL-10"
    ],
    "source": [
      "S7"
    ],
    "examples": [
      {
        "before": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "C79.51",
              "group": "cancer-pain",
              "text": "Bone metastasis",
              "level": [
                "T8"
              ],
              "status": "suspected"
            }
          ]
        },
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "C79.51",
              "group": "cancer-pain",
              "text": "Bone metastasis",
              "level": [
                "T9"
              ],
              "status": "suspected"
            }
          ]
        },
        "expect": "fires",
        "reason": "Bone metastasis lies elsewhere now: T9."
      },
      {
        "before": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "C79.51",
              "group": "cancer-pain",
              "level": [
                "T8"
              ],
              "status": "suspected"
            }
          ]
        },
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "C79.51",
              "group": "cancer-pain",
              "level": [
                "T8"
              ],
              "status": "confirmed"
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "M54.17",
              "group": "facet",
              "level": [
                "L4"
              ],
              "status": "suspected"
            }
          ]
        },
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "M54.17",
              "group": "facet",
              "level": [
                "L5"
              ],
              "status": "suspected"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "RO-02",
    "version": 1,
    "status": "draft",
    "role": "radiation-oncology",
    "basis": "net",
    "when": {
      "anyOf": [
        "procedure.scheduled"
      ]
    },
    "where": [
      {
        "field": "item.type",
        "op": "in",
        "value": [
          "vertebroplasty",
          "intrathecal-pump"
        ]
      }
    ],
    "reason": "{procedure}[ at {region}] on {moment}.",
    "ask": {
      "code": "agree-plan",
      "text": "Sequence with fractions."
    },
    "urgency": "U",
    "due": {
      "businessDays": 1
    },
    "slice": [
      "oncology"
    ],
    "ifNoMember": "skip",
    "source": [
      "S7"
    ],
    "examples": [
      {
        "before": {},
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "vertebroplasty",
              "intent": "therapeutic",
              "status": "scheduled",
              "scheduledAt": "2027-04-26T10:00:00-04:00",
              "region": "T8"
            }
          ]
        },
        "expect": "fires",
        "reason": "Vertebroplasty at T8 on 26 April 2027, 10:00."
      },
      {
        "before": {},
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "esi-interlaminar",
              "intent": "therapeutic",
              "status": "scheduled",
              "scheduledAt": "2027-04-26T10:00:00-04:00"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "RO-05",
    "version": 1,
    "status": "draft",
    "role": "radiation-oncology",
    "basis": "net",
    "when": {
      "anyOf": [
        "red-flag.raised"
      ]
    },
    "where": [
      {
        "field": "item.kind",
        "op": "eq",
        "value": "cord-compression"
      }
    ],
    "reason": "Suspected cord compression[ at {region}].",
    "ask": {
      "code": "evaluate",
      "text": "Now."
    },
    "urgency": "E",
    "due": {
      "hours": 1
    },
    "slice": [
      "oncology"
    ],
    "ifNoMember": "assign",
    "source": [
      "C15"
    ],
    "examples": [
      {
        "before": {},
        "after": {
          "redFlags": [
            {
              "id": "g1",
              "kind": "cord-compression",
              "observedAt": "2027-04-06T08:30:00-04:00",
              "status": "active",
              "region": "T8"
            }
          ]
        },
        "expect": "fires",
        "reason": "Suspected cord compression at T8."
      },
      {
        "before": {},
        "after": {
          "redFlags": [
            {
              "id": "g1",
              "kind": "cancer-history-pain",
              "observedAt": "2027-04-06T08:30:00-04:00",
              "status": "active"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "ON-03",
    "version": 1,
    "status": "draft",
    "role": "oncology",
    "basis": "net",
    "when": {
      "anyOf": [
        "procedure.planned",
        "procedure.revised"
      ]
    },
    "where": [
      {
        "field": "item.type",
        "op": "in",
        "value": [
          "intrathecal-pump",
          "peripheral-nerve-block",
          "vertebroplasty"
        ]
      },
      {
        "field": "item.group",
        "op": "eq",
        "value": "cancer-pain"
      }
    ],
    "reason": "{procedure} is proposed, to put comfort and alertness first.",
    "ask": {
      "code": "agree-plan",
      "text": "Timing with systemic therapy, counts and clotting."
    },
    "urgency": "R",
    "due": {
      "businessDays": 3
    },
    "slice": [
      "oncology"
    ],
    "ifNoMember": "assign",
    "source": [
      "S6",
      "S7"
    ],
    "examples": [
      {
        "before": {},
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "G89.3",
              "group": "cancer-pain",
              "status": "confirmed"
            }
          ],
          "procedures": [
            {
              "id": "p1",
              "type": "intrathecal-pump",
              "intent": "implant",
              "status": "planned",
              "diagnosisId": "d1"
            }
          ]
        },
        "expect": "fires",
        "reason": "Intrathecal pump is proposed, to put comfort and alertness first."
      },
      {
        "before": {},
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "G89.3",
              "group": "post-laminectomy",
              "status": "confirmed"
            }
          ],
          "procedures": [
            {
              "id": "p1",
              "type": "intrathecal-pump",
              "intent": "implant",
              "status": "planned",
              "diagnosisId": "d1"
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "G89.3",
              "group": "cancer-pain",
              "status": "confirmed"
            }
          ]
        },
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "G89.3",
              "group": "cancer-pain",
              "status": "confirmed"
            }
          ],
          "procedures": [
            {
              "id": "p1",
              "type": "trigger-point",
              "intent": "therapeutic",
              "status": "planned",
              "diagnosisId": "d1"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "ON-05",
    "version": 1,
    "status": "draft",
    "role": "oncology",
    "basis": "net",
    "when": {
      "anyOf": [
        "opioid.started",
        "opioid.dose-increased"
      ]
    },
    "where": [
      {
        "field": "item.stewardship.context",
        "op": "eq",
        "value": "cancer"
      }
    ],
    "reason": "Analgesia changed: {ingredient}[ from {before}] to {after}.",
    "ask": {
      "code": "acknowledge",
      "text": "One prescriber named."
    },
    "urgency": "R",
    "due": {
      "businessDays": 2
    },
    "slice": [
      "medication"
    ],
    "ifNoMember": "skip",
    "source": [
      "S7"
    ],
    "examples": [
      {
        "before": {},
        "after": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "oxycodone"
              },
              "class": "opioid",
              "dose": 10,
              "unit": "mg",
              "status": "active",
              "stewardship": {
                "context": "cancer",
                "mmePerDay": 30,
                "monitoringIntervalDays": 28
              }
            }
          ]
        },
        "expect": "fires",
        "reason": "Analgesia changed: oxycodone to 10 mg."
      },
      {
        "before": {},
        "after": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "oxycodone"
              },
              "class": "opioid",
              "dose": 10,
              "unit": "mg",
              "status": "active",
              "stewardship": {
                "context": "chronic-non-cancer",
                "mmePerDay": 30,
                "monitoringIntervalDays": 28
              }
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "ON-07",
    "version": 1,
    "status": "draft",
    "role": "oncology",
    "basis": "net",
    "when": {
      "anyOf": [
        "goal.changed"
      ]
    },
    "where": [
      {
        "field": "plan.groups",
        "op": "includes",
        "value": "cancer-pain"
      }
    ],
    "reason": "The patient's priority has changed[; now: {goal}].",
    "ask": {
      "code": "agree-plan",
      "text": "Treatment that serves it."
    },
    "urgency": "R",
    "due": {
      "businessDays": 3
    },
    "slice": [
      "oncology"
    ],
    "ifNoMember": "skip",
    "source": [
      "S7"
    ],
    "examples": [
      {
        "before": {
          "patientContext": {
            "lifeGoal": {
              "text": "golf",
              "targetId": "t1"
            }
          },
          "targets": [
            {
              "id": "t1",
              "kind": "life-goal",
              "measure": "walk-min",
              "baseline": 10,
              "target": 60,
              "status": "open"
            },
            {
              "id": "t2",
              "kind": "life-goal",
              "measure": "alertness",
              "baseline": 2,
              "target": 4,
              "status": "open"
            }
          ],
          "diagnoses": [
            {
              "id": "d1",
              "code": "G89.3",
              "group": "cancer-pain",
              "status": "confirmed"
            }
          ]
        },
        "after": {
          "patientContext": {
            "lifeGoal": {
              "text": "awake with the family",
              "targetId": "t2"
            }
          },
          "targets": [
            {
              "id": "t1",
              "kind": "life-goal",
              "measure": "walk-min",
              "baseline": 10,
              "target": 60,
              "status": "open"
            },
            {
              "id": "t2",
              "kind": "life-goal",
              "measure": "alertness",
              "baseline": 2,
              "target": 4,
              "status": "open"
            }
          ],
          "diagnoses": [
            {
              "id": "d1",
              "code": "G89.3",
              "group": "cancer-pain",
              "status": "confirmed"
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {
          "patientContext": {
            "lifeGoal": {
              "text": "golf",
              "targetId": "t1"
            }
          }
        },
        "after": {
          "patientContext": {
            "lifeGoal": {
              "text": "chess",
              "targetId": "t2"
            }
          }
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "RO-03",
    "version": 1,
    "status": "draft",
    "role": "radiation-oncology",
    "basis": "net",
    "when": {
      "anyOf": [
        "context.device-changed"
      ]
    },
    "where": [
      {
        "field": "plan.groups",
        "op": "includes",
        "value": "cancer-pain"
      }
    ],
    "reason": "An implanted device changed near what is treated.",
    "ask": {
      "code": "rescreen",
      "text": "Is the device in the field; its settings."
    },
    "urgency": "U",
    "due": {
      "businessDays": 1
    },
    "slice": [
      "device"
    ],
    "ifNoMember": "skip",
    "source": [
      "C"
    ],
    "toCite": "implanted stimulators and pumps in or near a radiation field",
    "examples": [
      {
        "before": {},
        "after": {
          "patientContext": {
            "implantedDevices": [
              {
                "id": "v1",
                "kind": "scs",
                "region": "left flank",
                "mriConditions": "conditional"
              }
            ]
          },
          "diagnoses": [
            {
              "id": "d1",
              "code": "C79.51",
              "group": "cancer-pain",
              "status": "confirmed"
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {},
        "after": {
          "patientContext": {
            "implantedDevices": [
              {
                "id": "v1",
                "kind": "scs",
                "region": "left flank",
                "mriConditions": "conditional"
              }
            ]
          }
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "IR-02",
    "version": 1,
    "status": "draft",
    "role": "interventional-radiology",
    "basis": "net",
    "when": {
      "anyOf": [
        "context.anticoagulation-changed"
      ]
    },
    "where": [
      {
        "field": "plan.openTypes",
        "op": "includes",
        "value": "vertebroplasty"
      }
    ],
    "reason": "The blood thinner changed before a vertebroplasty.",
    "ask": {
      "code": "confirm-hold-plan",
      "text": "Who stops what, from when."
    },
    "urgency": "U",
    "due": {
      "businessDays": 1
    },
    "slice": [
      "procedure"
    ],
    "ifNoMember": "skip",
    "source": [
      "S9",
      "C11"
    ],
    "examples": [
      {
        "before": {
          "procedures": [
            {
              "id": "p1",
              "type": "vertebroplasty",
              "intent": "therapeutic",
              "status": "planned"
            }
          ]
        },
        "after": {
          "patientContext": {
            "anticoagulation": {
              "class": "doac"
            }
          },
          "procedures": [
            {
              "id": "p1",
              "type": "vertebroplasty",
              "intent": "therapeutic",
              "status": "planned"
            }
          ]
        },
        "expect": "fires",
        "reason": "The blood thinner changed before a vertebroplasty."
      },
      {
        "before": {},
        "after": {
          "patientContext": {
            "anticoagulation": {
              "class": "doac"
            }
          }
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "PA-02",
    "version": 1,
    "status": "draft",
    "role": "palliative-care",
    "basis": "net",
    "when": {
      "anyOf": [
        "procedure.planned"
      ]
    },
    "where": [
      {
        "field": "item.type",
        "op": "eq",
        "value": "intrathecal-pump"
      },
      {
        "field": "item.group",
        "op": "eq",
        "value": "cancer-pain"
      }
    ],
    "reason": "A pump is considered because systemic therapy falters.",
    "ask": {
      "code": "agree-plan",
      "text": "Conversion and follow-up."
    },
    "urgency": "R",
    "due": {
      "businessDays": 3
    },
    "slice": [
      "oncology"
    ],
    "ifNoMember": "assign",
    "source": [
      "S6"
    ],
    "examples": [
      {
        "before": {},
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "G89.3",
              "group": "cancer-pain",
              "status": "confirmed"
            }
          ],
          "procedures": [
            {
              "id": "p1",
              "type": "intrathecal-pump",
              "intent": "implant",
              "status": "planned",
              "diagnosisId": "d1"
            }
          ]
        },
        "expect": "fires",
        "reason": "A pump is considered because systemic therapy falters."
      },
      {
        "before": {},
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "G89.3",
              "group": "post-laminectomy",
              "status": "confirmed"
            }
          ],
          "procedures": [
            {
              "id": "p1",
              "type": "intrathecal-pump",
              "intent": "implant",
              "status": "planned",
              "diagnosisId": "d1"
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "G89.3",
              "group": "cancer-pain",
              "status": "confirmed"
            }
          ]
        },
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "G89.3",
              "group": "cancer-pain",
              "status": "confirmed"
            }
          ],
          "procedures": [
            {
              "id": "p1",
              "type": "vertebroplasty",
              "intent": "therapeutic",
              "status": "planned",
              "diagnosisId": "d1"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "PA-03",
    "version": 1,
    "status": "draft",
    "role": "palliative-care",
    "basis": "net",
    "when": {
      "anyOf": [
        "opioid.started",
        "opioid.dose-increased",
        "opioid.taper-started"
      ]
    },
    "where": [
      {
        "field": "item.stewardship.context",
        "op": "in",
        "value": [
          "cancer",
          "palliative"
        ]
      }
    ],
    "reason": "Analgesia changed: {ingredient}[ from {before}] to {after}.",
    "ask": {
      "code": "acknowledge",
      "text": "One prescriber named."
    },
    "urgency": "R",
    "due": {
      "businessDays": 2
    },
    "slice": [
      "opioid"
    ],
    "ifNoMember": "skip",
    "source": [
      "S7"
    ],
    "examples": [
      {
        "before": {},
        "after": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "oxycodone"
              },
              "class": "opioid",
              "dose": 10,
              "unit": "mg",
              "status": "active",
              "stewardship": {
                "context": "palliative",
                "mmePerDay": 30,
                "monitoringIntervalDays": 28
              }
            }
          ]
        },
        "expect": "fires",
        "reason": "Analgesia changed: oxycodone to 10 mg."
      },
      {
        "before": {},
        "after": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "oxycodone"
              },
              "class": "opioid",
              "dose": 10,
              "unit": "mg",
              "status": "active",
              "stewardship": {
                "context": "chronic-non-cancer",
                "mmePerDay": 30,
                "monitoringIntervalDays": 28
              }
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "PX-01",
    "version": 1,
    "status": "draft",
    "role": "patient",
    "basis": "step",
    "when": {
      "anyOf": [
        "procedure.scheduled"
      ]
    },
    "reason": "Your procedure is on {moment}.",
    "ask": {
      "code": "instruct",
      "text": "How to prepare, which medicine to ask about, who drives you home."
    },
    "urgency": "R",
    "due": {
      "businessDaysBefore": 3,
      "date": "item.at"
    },
    "ifNoMember": "skip",
    "source": [
      "S4"
    ],
    "examples": [
      {
        "before": {},
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "genicular-block",
              "intent": "therapeutic",
              "status": "scheduled",
              "scheduledAt": "2027-04-19T10:00:00-04:00"
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {},
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "genicular-block",
              "intent": "therapeutic",
              "status": "planned"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "PX-02",
    "version": 1,
    "status": "draft",
    "role": "patient",
    "basis": "step",
    "when": {
      "anyOf": [
        "procedure.done"
      ]
    },
    "relevance": {
      "within": "P14D",
      "of": "item.doneAt"
    },
    "reason": "What to expect after your procedure, and whom to call.",
    "ask": {
      "code": "instruct",
      "text": "Aftercare and warning signs."
    },
    "urgency": "S",
    "due": {
      "sameDay": true
    },
    "ifNoMember": "skip",
    "source": [
      "S6",
      "S9"
    ],
    "examples": [
      {
        "before": {},
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "genicular-block",
              "intent": "therapeutic",
              "status": "done",
              "doneAt": "2027-04-06T08:30:00-04:00"
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {},
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "genicular-block",
              "intent": "therapeutic",
              "status": "scheduled",
              "scheduledAt": "2027-04-19T10:00:00-04:00"
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {},
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "genicular-block",
              "intent": "therapeutic",
              "status": "done",
              "doneAt": "2027-03-06T08:30:00-04:00"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "PX-03",
    "version": 1,
    "status": "draft",
    "role": "patient",
    "basis": "step",
    "when": {
      "anyOf": [
        "procedure.done"
      ]
    },
    "where": [
      {
        "field": "item.window",
        "op": "eq",
        "value": "W-DIAG"
      }
    ],
    "relevance": {
      "within": "PT0S",
      "of": "item.doneAt"
    },
    "reason": "Please write down your pain and what you do.",
    "ask": {
      "code": "instruct",
      "text": "Diary, hours 1 to 24."
    },
    "urgency": "S",
    "due": {
      "sameDay": true
    },
    "ifNoMember": "skip",
    "source": [
      "C12"
    ],
    "examples": [
      {
        "before": {},
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "genicular-block",
              "intent": "therapeutic",
              "status": "done",
              "doneAt": "2027-04-06T08:30:00-04:00"
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {},
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "rfa-genicular",
              "intent": "therapeutic",
              "status": "done",
              "doneAt": "2027-04-06T08:30:00-04:00"
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {},
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "genicular-block",
              "intent": "therapeutic",
              "status": "done",
              "doneAt": "2027-04-05T08:30:00-04:00"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "PX-04",
    "version": 1,
    "status": "draft",
    "role": "patient",
    "basis": "step",
    "when": {
      "anyOf": [
        "procedure.done"
      ]
    },
    "where": [
      {
        "field": "item.window",
        "op": "eq",
        "value": "W-RFA"
      }
    ],
    "relevance": {
      "within": "P14D",
      "of": "item.doneAt"
    },
    "reason": "Soreness for days, sometimes numb skin; relief often lasts 6 to 12 months.",
    "ask": {
      "code": "instruct",
      "text": "Aftercare."
    },
    "urgency": "S",
    "due": {
      "sameDay": true
    },
    "ifNoMember": "skip",
    "source": [
      "S6"
    ],
    "examples": [
      {
        "before": {},
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "rfa-genicular",
              "intent": "therapeutic",
              "status": "done",
              "doneAt": "2027-04-06T08:30:00-04:00"
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {},
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "genicular-block",
              "intent": "therapeutic",
              "status": "done",
              "doneAt": "2027-04-06T08:30:00-04:00"
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {},
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "rfa-genicular",
              "intent": "therapeutic",
              "status": "done",
              "doneAt": "2027-03-06T08:30:00-04:00"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "PX-05",
    "version": 1,
    "status": "draft",
    "role": "patient",
    "basis": "step",
    "when": {
      "anyOf": [
        "medication.started",
        "medication.titrated",
        "medication.tapering",
        "medication.switched"
      ]
    },
    "reason": "Steps and side effects of {ingredient}[: {steps}].",
    "ask": {
      "code": "instruct",
      "text": "Take it as shown."
    },
    "urgency": "R",
    "due": {
      "businessDays": 1
    },
    "ifNoMember": "skip",
    "source": [
      "S5"
    ],
    "examples": [
      {
        "before": {},
        "after": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "snri"
              },
              "class": "snri",
              "status": "active"
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "snri"
              },
              "class": "snri",
              "status": "active"
            }
          ]
        },
        "after": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "snri"
              },
              "class": "snri",
              "status": "stopped"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "PX-09",
    "version": 2,
    "status": "draft",
    "role": "patient",
    "basis": "step",
    "when": {
      "anyOf": [
        "red-flag.raised",
        "rehab.restriction-added",
        "rehab.restriction-lifted",
        "rehab.held",
        "rehab.resumed"
      ]
    },
    "where": [
      {
        "field": "item.onset",
        "op": "ne",
        "value": "known"
      }
    ],
    "unless": [
      {
        "field": "plan.hasEmergency",
        "op": "eq",
        "value": true
      }
    ],
    "reason": "What not to do for now, and until when.",
    "ask": {
      "code": "instruct",
      "text": "Follow it; call when it gets worse."
    },
    "urgency": "U",
    "due": {
      "businessDays": 1
    },
    "dueWhen": [
      {
        "where": [
          {
            "field": "plan.hasActiveRedFlag",
            "op": "eq",
            "value": true
          }
        ],
        "due": {
          "sameDay": true
        },
        "urgency": "S"
      }
    ],
    "ifNoMember": "skip",
    "source": [
      "S4"
    ],
    "examples": [
      {
        "before": {
          "rehab": [
            {
              "id": "r1",
              "discipline": "physical-therapy",
              "status": "active"
            }
          ]
        },
        "after": {
          "rehab": [
            {
              "id": "r1",
              "discipline": "physical-therapy",
              "status": "active",
              "restrictions": [
                {
                  "id": "x1",
                  "kind": "no-impact",
                  "from": "2027-04-06",
                  "until": "until-cleared"
                }
              ]
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {},
        "after": {
          "redFlags": [
            {
              "id": "g1",
              "kind": "cauda-equina",
              "observedAt": "2027-04-06T08:30:00-04:00",
              "onset": "known",
              "status": "active"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "PX-10",
    "version": 1,
    "status": "draft",
    "role": "patient",
    "basis": "step",
    "when": {
      "anyOf": [
        "stage.de-escalated"
      ]
    },
    "where": [
      {
        "field": "plan.stage.value",
        "op": "eq",
        "value": "maintenance"
      }
    ],
    "reason": "Your home program, and when to come back.",
    "ask": {
      "code": "instruct",
      "text": "Keep it going."
    },
    "urgency": "R",
    "due": {
      "businessDays": 5
    },
    "ifNoMember": "skip",
    "source": [
      "S12"
    ],
    "examples": [
      {
        "before": {
          "stage": {
            "value": "advanced"
          }
        },
        "after": {
          "stage": {
            "value": "maintenance"
          }
        },
        "expect": "fires"
      },
      {
        "before": {
          "stage": {
            "value": "advanced"
          }
        },
        "after": {
          "stage": {
            "value": "interventional-therapeutic"
          }
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "PX-08",
    "version": 1,
    "status": "draft",
    "role": "patient",
    "basis": "step",
    "when": {
      "anyOf": [
        "red-flag.raised"
      ]
    },
    "where": [
      {
        "field": "item.urgency",
        "op": "eq",
        "value": "emergency"
      },
      {
        "field": "item.onset",
        "op": "eq",
        "value": "new"
      }
    ],
    "reason": "Go to the emergency department now.",
    "ask": {
      "code": "instruct",
      "text": "Go now[; on the way call {contact}]."
    },
    "urgency": "E",
    "due": {
      "hours": 1
    },
    "ifNoMember": "skip",
    "source": [
      "S3"
    ],
    "examples": [
      {
        "before": {},
        "after": {
          "redFlags": [
            {
              "id": "g1",
              "kind": "cauda-equina",
              "observedAt": "2027-04-06T08:30:00-04:00",
              "status": "active"
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {},
        "after": {
          "redFlags": [
            {
              "id": "g1",
              "kind": "fracture",
              "observedAt": "2027-04-06T08:30:00-04:00",
              "status": "active"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "PX-06",
    "version": 1,
    "status": "draft",
    "role": "patient",
    "basis": "step",
    "when": {
      "anyOf": [
        "opioid.started"
      ]
    },
    "reason": "About {ingredient}[ until {until}]: what it is to help you do, its limits, constipation, drowsiness, naloxone.",
    "ask": {
      "code": "instruct",
      "text": "Keep naloxone at home and show somebody how it is used; one prescriber, one pharmacy."
    },
    "urgency": "U",
    "due": {
      "businessDays": 1
    },
    "ifNoMember": "skip",
    "source": [
      "S5"
    ],
    "examples": [
      {
        "before": {},
        "after": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "oxycodone"
              },
              "class": "opioid",
              "status": "active",
              "until": "2027-04-13",
              "stewardship": {
                "context": "acute-injury"
              }
            }
          ]
        },
        "expect": "fires",
        "reason": "About oxycodone until 13 April 2027: what it is to help you do, its limits, constipation, drowsiness, naloxone."
      },
      {
        "before": {},
        "after": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "gabapentin"
              },
              "class": "gabapentinoid",
              "status": "active"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "PX-07",
    "version": 1,
    "status": "draft",
    "role": "patient",
    "basis": "step",
    "when": {
      "anyOf": [
        "opioid.taper-started",
        "opioid.taper-changed"
      ]
    },
    "reason": "Your steps[: {taperSteps}], and what to do when it is hard.",
    "ask": {
      "code": "instruct",
      "text": "Follow the steps; call early when it gets hard."
    },
    "urgency": "U",
    "due": {
      "businessDays": 1
    },
    "ifNoMember": "skip",
    "source": [
      "S10",
      "C10"
    ],
    "examples": [
      {
        "before": {},
        "after": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "oxycodone"
              },
              "class": "opioid",
              "unit": "mg",
              "status": "tapering",
              "stewardship": {
                "context": "post-operative",
                "taper": {
                  "state": "running",
                  "steps": [
                    {
                      "date": "2027-04-08",
                      "dose": 20
                    },
                    {
                      "date": "2027-04-12",
                      "dose": 10
                    }
                  ]
                }
              }
            }
          ]
        },
        "expect": "fires",
        "reason": "Your steps: 20 mg from 8 April 2027, 10 mg from 12 April 2027, and what to do when it is hard."
      },
      {
        "before": {},
        "after": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "oxycodone"
              },
              "class": "opioid",
              "unit": "mg",
              "status": "active",
              "stewardship": {
                "context": "post-operative"
              }
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "PF-01",
    "version": 2,
    "status": "draft",
    "role": "pelvic-floor-therapy",
    "basis": "net",
    "when": {
      "anyOf": [
        "diagnosis.added",
        "diagnosis.changed",
        "diagnosis.confirmed"
      ]
    },
    "where": [
      {
        "field": "item.isAnotherDisease",
        "op": "eq",
        "value": true
      },
      {
        "field": "item.group",
        "op": "eq",
        "value": "pelvic-pain"
      }
    ],
    "reason": "Pelvic pain: {diagnosis}[; question: {question}].",
    "ask": {
      "code": "evaluate",
      "text": "Accept, first visit, sensitive intake."
    },
    "urgency": "R",
    "due": {
      "businessDays": 3
    },
    "slice": [
      "pelvic"
    ],
    "ifNoMember": "assign",
    "source": [
      "S10"
    ],
    "examples": [
      {
        "before": {},
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "R10.23",
              "group": "pelvic-pain",
              "status": "confirmed",
              "side": "bilateral",
              "history": "gynecological"
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {},
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "M54.17",
              "group": "facet",
              "status": "confirmed"
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "R10.2",
              "group": "facet",
              "status": "suspected"
            }
          ]
        },
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "R10.23",
              "group": "pelvic-pain",
              "status": "suspected",
              "side": "bilateral",
              "history": "both"
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "R10.23",
              "group": "pelvic-pain",
              "status": "suspected",
              "side": "bilateral",
              "history": "both"
            }
          ]
        },
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "R10.23",
              "group": "pelvic-pain",
              "status": "confirmed",
              "side": "bilateral",
              "history": "both"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "PF-02",
    "version": 1,
    "status": "draft",
    "role": "pelvic-floor-therapy",
    "basis": "net",
    "when": {
      "anyOf": [
        "procedure.done"
      ]
    },
    "where": [
      {
        "field": "item.window",
        "op": "eq",
        "value": "W-PELVIC"
      }
    ],
    "relevance": {
      "within": "P14D",
      "of": "item.doneAt"
    },
    "reason": "{procedure} was done on {date}.",
    "ask": {
      "code": "schedule",
      "text": "Down-training session one to five days after it."
    },
    "urgency": "U",
    "due": {
      "businessDays": 2
    },
    "slice": [
      "pelvic"
    ],
    "ifNoMember": "skip",
    "source": [
      "S10"
    ],
    "examples": [
      {
        "before": {
          "procedures": [
            {
              "id": "p1",
              "type": "pudendal-block",
              "intent": "therapeutic",
              "status": "scheduled",
              "scheduledAt": "2027-04-19T10:00:00-04:00"
            }
          ]
        },
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "pudendal-block",
              "intent": "therapeutic",
              "status": "done",
              "doneAt": "2027-04-06T08:30:00-04:00"
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {},
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "pudendal-block",
              "intent": "therapeutic",
              "status": "scheduled",
              "scheduledAt": "2027-04-19T10:00:00-04:00"
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {
          "procedures": [
            {
              "id": "p1",
              "type": "pudendal-block",
              "intent": "therapeutic",
              "status": "scheduled",
              "scheduledAt": "2027-04-19T10:00:00-04:00"
            }
          ]
        },
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "pudendal-block",
              "intent": "therapeutic",
              "status": "done",
              "doneAt": "2027-03-06T08:30:00-04:00"
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {},
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "esi-interlaminar",
              "intent": "therapeutic",
              "status": "done",
              "doneAt": "2027-04-06T08:30:00-04:00"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "PF-03",
    "version": 1,
    "status": "draft",
    "role": "pelvic-floor-therapy",
    "basis": "net",
    "when": {
      "anyOf": [
        "procedure.scheduled"
      ]
    },
    "where": [
      {
        "field": "item.window",
        "op": "eq",
        "value": "W-PELVIC"
      }
    ],
    "reason": "{procedure} on {moment}.",
    "ask": {
      "code": "plan-window",
      "text": "No internal work on the day, session one to five days after."
    },
    "urgency": "R",
    "due": {
      "businessDaysBefore": 2,
      "date": "item.at"
    },
    "slice": [
      "pelvic"
    ],
    "ifNoMember": "skip",
    "source": [
      "S10"
    ],
    "examples": [
      {
        "before": {},
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "pudendal-block",
              "intent": "therapeutic",
              "status": "scheduled",
              "scheduledAt": "2027-04-19T10:00:00-04:00"
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {},
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "genicular-block",
              "intent": "therapeutic",
              "status": "scheduled",
              "scheduledAt": "2027-04-19T10:00:00-04:00"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "PF-05",
    "version": 1,
    "status": "draft",
    "role": "pelvic-floor-therapy",
    "basis": "net",
    "when": {
      "anyOf": [
        "procedure.result-recorded"
      ]
    },
    "where": [
      {
        "field": "item.type",
        "op": "eq",
        "value": "pudendal-block"
      }
    ],
    "reason": "Relief {relief}[ for {duration}].",
    "ask": {
      "code": "adjust-program",
      "text": "Use the finding."
    },
    "urgency": "R",
    "due": {
      "businessDays": 3
    },
    "slice": [
      "pelvic"
    ],
    "ifNoMember": "skip",
    "source": [
      "S10"
    ],
    "examples": [
      {
        "before": {
          "procedures": [
            {
              "id": "p1",
              "type": "pudendal-block",
              "intent": "therapeutic",
              "status": "done",
              "doneAt": "2027-04-06T08:30:00-04:00"
            }
          ]
        },
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "pudendal-block",
              "intent": "therapeutic",
              "status": "done",
              "result": {
                "reliefPercent": 50,
                "duration": "P3D"
              },
              "doneAt": "2027-04-06T08:30:00-04:00"
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {},
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "pudendal-block",
              "intent": "therapeutic",
              "status": "done",
              "doneAt": "2027-04-06T08:30:00-04:00"
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {
          "procedures": [
            {
              "id": "p1",
              "type": "genicular-block",
              "intent": "diagnostic",
              "status": "done",
              "doneAt": "2027-04-05T08:30:00-04:00"
            }
          ]
        },
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "genicular-block",
              "intent": "diagnostic",
              "status": "done",
              "doneAt": "2027-04-05T08:30:00-04:00",
              "result": {
                "reliefPercent": 50
              }
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "PF-04",
    "version": 1,
    "status": "draft",
    "role": "pelvic-floor-therapy",
    "basis": "net",
    "when": {
      "anyOf": [
        "procedure.rescheduled",
        "procedure.cancelled"
      ]
    },
    "where": [
      {
        "field": "item.window",
        "op": "eq",
        "value": "W-PELVIC"
      },
      {
        "field": "before.status",
        "op": "eq",
        "value": "scheduled"
      }
    ],
    "reason": "{procedure}[ of {before}] moved or cancelled: {after}.",
    "ask": {
      "code": "plan-window",
      "text": "Move or drop the session."
    },
    "urgency": "R",
    "due": {
      "businessDays": 1
    },
    "dueWhen": [
      {
        "where": [
          {
            "field": "item.isNear",
            "op": "eq",
            "value": true
          }
        ],
        "due": {
          "sameDay": true
        },
        "urgency": "S"
      }
    ],
    "slice": [
      "pelvic"
    ],
    "ifNoMember": "skip",
    "source": [
      "P"
    ],
    "examples": [
      {
        "before": {
          "procedures": [
            {
              "id": "p1",
              "type": "pudendal-block",
              "intent": "therapeutic",
              "status": "scheduled",
              "scheduledAt": "2027-04-26T10:00:00-04:00"
            }
          ]
        },
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "pudendal-block",
              "intent": "therapeutic",
              "status": "scheduled",
              "scheduledAt": "2027-04-28T10:00:00-04:00"
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {
          "procedures": [
            {
              "id": "p1",
              "type": "esi-interlaminar",
              "intent": "therapeutic",
              "status": "scheduled",
              "scheduledAt": "2027-04-26T10:00:00-04:00"
            }
          ]
        },
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "esi-interlaminar",
              "intent": "therapeutic",
              "status": "scheduled",
              "scheduledAt": "2027-04-28T10:00:00-04:00"
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {
          "procedures": [
            {
              "id": "p1",
              "type": "pudendal-block",
              "intent": "therapeutic",
              "status": "planned"
            }
          ]
        },
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "pudendal-block",
              "intent": "therapeutic",
              "status": "cancelled"
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {
          "procedures": [
            {
              "id": "p1",
              "type": "pudendal-block",
              "intent": "therapeutic",
              "status": "scheduled",
              "scheduledAt": "2027-04-07T10:00:00-04:00"
            }
          ]
        },
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "pudendal-block",
              "intent": "therapeutic",
              "status": "scheduled",
              "scheduledAt": "2027-04-21T10:00:00-04:00"
            }
          ]
        },
        "expect": "fires",
        "urgency": "S"
      }
    ]
  },
  {
    "id": "PF-08",
    "version": 1,
    "status": "draft",
    "role": "pelvic-floor-therapy",
    "basis": "net",
    "when": {
      "anyOf": [
        "red-flag.raised"
      ]
    },
    "where": [
      {
        "field": "item.kind",
        "op": "in",
        "value": [
          "cauda-equina",
          "progressive-weakness",
          "fever-after-procedure"
        ]
      },
      {
        "field": "item.onset",
        "op": "eq",
        "value": "new"
      }
    ],
    "reason": "Hold all treatment: an urgent medical review is under way.",
    "ask": {
      "code": "hold-therapy",
      "text": "No treatment until the plan clears it."
    },
    "urgency": "S",
    "due": {
      "sameDay": true
    },
    "dueWhen": [
      {
        "where": [
          {
            "field": "item.urgency",
            "op": "eq",
            "value": "emergency"
          }
        ],
        "due": {
          "hours": 1
        },
        "urgency": "E"
      }
    ],
    "slice": [
      "safety-notice"
    ],
    "ifNoMember": "skip",
    "source": [
      "S4"
    ],
    "examples": [
      {
        "before": {},
        "after": {
          "redFlags": [
            {
              "id": "g1",
              "kind": "cauda-equina",
              "observedAt": "2027-04-06T08:30:00-04:00",
              "status": "active"
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {},
        "after": {
          "redFlags": [
            {
              "id": "g1",
              "kind": "weight-loss",
              "observedAt": "2027-04-06T08:30:00-04:00",
              "status": "active"
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {},
        "after": {
          "redFlags": [
            {
              "id": "g1",
              "kind": "cauda-equina",
              "observedAt": "2027-04-06T08:30:00-04:00",
              "status": "active"
            }
          ]
        },
        "expect": "fires",
        "urgency": "E"
      }
    ]
  },
  {
    "id": "RX-01",
    "version": 2,
    "status": "draft",
    "role": "pharmacy",
    "basis": "net",
    "when": {
      "anyOf": [
        "medication.started",
        "medication.switched"
      ]
    },
    "where": [
      {
        "field": "item.hasSteps",
        "op": "eq",
        "value": true
      }
    ],
    "reason": "{ingredient} starts; steps: {steps}.",
    "ask": {
      "code": "check-interactions",
      "text": "Supply by step."
    },
    "urgency": "R",
    "due": {
      "businessDays": 2
    },
    "slice": [
      "medication"
    ],
    "ifNoMember": "skip",
    "source": [
      "S5"
    ],
    "examples": [
      {
        "before": {},
        "after": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "snri"
              },
              "class": "snri",
              "status": "active",
              "steps": [
                {
                  "date": "2027-04-06",
                  "dose": 30
                },
                {
                  "date": "2027-04-27",
                  "dose": 60
                }
              ]
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {},
        "after": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "snri"
              },
              "class": "snri",
              "status": "active"
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {
          "medications": [
            {
              "id": "m8",
              "ingredient": {
                "display": "ibuprofen"
              },
              "class": "nsaid",
              "status": "active"
            }
          ]
        },
        "after": {
          "medications": [
            {
              "id": "m8",
              "ingredient": {
                "display": "ibuprofen"
              },
              "class": "nsaid",
              "status": "stopped",
              "stopReason": {
                "kind": "replaced-by",
                "replacedBy": "m9"
              }
            },
            {
              "id": "m9",
              "ingredient": {
                "display": "duloxetine"
              },
              "class": "snri",
              "status": "active",
              "steps": [
                {
                  "date": "2027-04-06",
                  "dose": 30
                },
                {
                  "date": "2027-04-27",
                  "dose": 60
                }
              ]
            }
          ]
        },
        "expect": "fires"
      }
    ]
  },
  {
    "id": "RX-02",
    "version": 1,
    "status": "draft",
    "role": "pharmacy",
    "basis": "net",
    "when": {
      "anyOf": [
        "medication.titrated",
        "medication.schedule-changed"
      ]
    },
    "reason": "{ingredient}: {before} to {after}[ from {date}].",
    "ask": {
      "code": "supply",
      "text": "New step."
    },
    "urgency": "R",
    "due": {
      "businessDays": 2
    },
    "slice": [
      "medication"
    ],
    "ifNoMember": "skip",
    "source": [
      "S5"
    ],
    "examples": [
      {
        "before": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "topical"
              },
              "class": "topical",
              "status": "active",
              "dose": 1
            }
          ]
        },
        "after": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "topical"
              },
              "class": "topical",
              "status": "active",
              "dose": 2
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "topical"
              },
              "class": "topical",
              "status": "active",
              "dose": 1
            }
          ]
        },
        "after": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "topical"
              },
              "class": "topical",
              "status": "active",
              "dose": 1
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "RX-03",
    "version": 1,
    "status": "draft",
    "role": "pharmacy",
    "basis": "net",
    "when": {
      "anyOf": [
        "medication.tapering"
      ]
    },
    "reason": "{ingredient} steps down[ until {until}].",
    "ask": {
      "code": "supply",
      "text": "Step-down, stop refills after."
    },
    "urgency": "R",
    "due": {
      "businessDays": 2
    },
    "slice": [
      "medication"
    ],
    "ifNoMember": "skip",
    "source": [
      "S5"
    ],
    "examples": [
      {
        "before": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "snri"
              },
              "class": "snri",
              "status": "active"
            }
          ]
        },
        "after": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "snri"
              },
              "class": "snri",
              "status": "tapering"
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "snri"
              },
              "class": "snri",
              "status": "active"
            }
          ]
        },
        "after": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "snri"
              },
              "class": "snri",
              "status": "active"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "RX-04",
    "version": 2,
    "status": "draft",
    "role": "pharmacy",
    "basis": "net",
    "when": {
      "anyOf": [
        "medication.stopped",
        "medication.switched"
      ]
    },
    "where": [
      {
        "field": "change.stopReason",
        "op": "ne",
        "value": "completed"
      }
    ],
    "reason": "{stopped} stopped[: {effect}][; {replacement} takes its place].",
    "ask": {
      "code": "stop-supply",
      "text": "Cancel refills, record an intolerance."
    },
    "urgency": "R",
    "due": {
      "businessDays": 2
    },
    "dueWhen": [
      {
        "where": [
          {
            "field": "change.stopReason",
            "op": "in",
            "value": [
              "side-effect",
              "interaction"
            ]
          }
        ],
        "due": {
          "businessDays": 1
        },
        "urgency": "U"
      }
    ],
    "slice": [
      "medication"
    ],
    "ifNoMember": "assign-if-urgent",
    "source": [
      "S14"
    ],
    "examples": [
      {
        "before": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "nsaid"
              },
              "class": "nsaid",
              "status": "active"
            }
          ]
        },
        "after": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "nsaid"
              },
              "class": "nsaid",
              "status": "stopped",
              "stopReason": {
                "kind": "ineffective"
              }
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "nsaid"
              },
              "class": "nsaid",
              "status": "active"
            }
          ]
        },
        "after": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "nsaid"
              },
              "class": "nsaid",
              "status": "stopped",
              "stopReason": {
                "kind": "completed"
              }
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {
          "medications": [
            {
              "id": "m8",
              "ingredient": {
                "display": "ibuprofen"
              },
              "class": "nsaid",
              "status": "active"
            }
          ]
        },
        "after": {
          "medications": [
            {
              "id": "m8",
              "ingredient": {
                "display": "ibuprofen"
              },
              "class": "nsaid",
              "status": "stopped",
              "stopReason": {
                "kind": "replaced-by",
                "replacedBy": "m9"
              }
            },
            {
              "id": "m9",
              "ingredient": {
                "display": "duloxetine"
              },
              "class": "snri",
              "status": "active"
            }
          ]
        },
        "expect": "fires",
        "reason": "Ibuprofen stopped; duloxetine takes its place."
      }
    ]
  },
  {
    "id": "RX-10",
    "version": 2,
    "status": "draft",
    "role": "pharmacy",
    "basis": "net",
    "when": {
      "anyOf": [
        "medication.started",
        "medication.switched"
      ]
    },
    "where": [
      {
        "field": "item.class",
        "op": "eq",
        "value": "nsaid"
      },
      {
        "field": "plan.nsaidRisk",
        "op": "exists"
      }
    ],
    "reason": "An anti-inflammatory with {risk}.",
    "ask": {
      "code": "check-interactions",
      "text": "Stomach and kidney protection; other anti-inflammatories."
    },
    "urgency": "U",
    "due": {
      "businessDays": 1
    },
    "slice": [
      "medication"
    ],
    "ifNoMember": "assign",
    "source": [
      "S5",
      "S9"
    ],
    "examples": [
      {
        "before": {},
        "after": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "nsaid"
              },
              "class": "nsaid",
              "status": "active"
            }
          ],
          "patientContext": {
            "age": 68
          }
        },
        "expect": "fires"
      },
      {
        "before": {},
        "after": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "nsaid"
              },
              "class": "nsaid",
              "status": "active"
            }
          ],
          "patientContext": {
            "age": 40
          }
        },
        "expect": "silent"
      },
      {
        "before": {
          "medications": [
            {
              "id": "m8",
              "ingredient": {
                "display": "acetaminophen"
              },
              "class": "acetaminophen",
              "status": "active"
            }
          ],
          "patientContext": {
            "age": 68
          }
        },
        "after": {
          "medications": [
            {
              "id": "m8",
              "ingredient": {
                "display": "acetaminophen"
              },
              "class": "acetaminophen",
              "status": "stopped",
              "stopReason": {
                "kind": "replaced-by",
                "replacedBy": "m9"
              }
            },
            {
              "id": "m9",
              "ingredient": {
                "display": "naproxen"
              },
              "class": "nsaid",
              "status": "active"
            }
          ],
          "patientContext": {
            "age": 68
          }
        },
        "expect": "fires",
        "reason": "An anti-inflammatory with an age of 68."
      },
      {
        "before": {
          "medications": [
            {
              "id": "m8",
              "ingredient": {
                "display": "acetaminophen"
              },
              "class": "acetaminophen",
              "status": "active"
            }
          ],
          "patientContext": {
            "age": 68
          }
        },
        "after": {
          "medications": [
            {
              "id": "m8",
              "ingredient": {
                "display": "acetaminophen"
              },
              "class": "acetaminophen",
              "status": "stopped",
              "stopReason": {
                "kind": "replaced-by",
                "replacedBy": "m9"
              }
            },
            {
              "id": "m9",
              "ingredient": {
                "display": "duloxetine"
              },
              "class": "snri",
              "status": "active"
            }
          ],
          "patientContext": {
            "age": 68
          }
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "RX-05",
    "version": 1,
    "status": "draft",
    "role": "pharmacy",
    "basis": "net",
    "when": {
      "anyOf": [
        "opioid.started"
      ]
    },
    "reason": "{ingredient} starts[; goal: {goal}][; {mme} MME a day].",
    "ask": {
      "code": "check-interactions",
      "text": "Monitoring program, naloxone, a single prescriber."
    },
    "urgency": "U",
    "due": {
      "businessDays": 1
    },
    "slice": [
      "opioid"
    ],
    "ifNoMember": "assign",
    "source": [
      "S5"
    ],
    "examples": [
      {
        "before": {},
        "after": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "oxycodone"
              },
              "class": "opioid",
              "dose": 10,
              "unit": "mg",
              "status": "active",
              "stewardship": {
                "context": "chronic-non-cancer",
                "mmePerDay": 30,
                "monitoringIntervalDays": 28,
                "functionalGoal": "t1"
              }
            }
          ],
          "targets": [
            {
              "id": "t1",
              "kind": "function",
              "measure": "walk-min",
              "baseline": 10,
              "target": 30,
              "status": "open"
            }
          ]
        },
        "expect": "fires",
        "reason": "Oxycodone starts; goal: walking (minutes) 30; 30 MME a day."
      },
      {
        "before": {},
        "after": {
          "medications": [
            {
              "id": "m9",
              "ingredient": {
                "display": "lidocaine"
              },
              "class": "topical",
              "dose": 1,
              "status": "active"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "RX-06",
    "version": 1,
    "status": "draft",
    "role": "pharmacy",
    "basis": "net",
    "when": {
      "anyOf": [
        "opioid.taper-started",
        "opioid.taper-changed"
      ]
    },
    "where": [
      {
        "field": "item.stewardship.context",
        "op": "ne",
        "value": "post-operative"
      }
    ],
    "reason": "Taper of {ingredient}[ from {from}][ until {until}][: {taperSteps}].",
    "ask": {
      "code": "supply",
      "text": "By step; no early refill; whom to call for withdrawal."
    },
    "urgency": "U",
    "due": {
      "businessDays": 1
    },
    "slice": [
      "opioid"
    ],
    "ifNoMember": "assign",
    "source": [
      "S5",
      "C10"
    ],
    "examples": [
      {
        "before": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "oxycodone"
              },
              "class": "opioid",
              "dose": 10,
              "unit": "mg",
              "status": "active",
              "stewardship": {
                "context": "chronic-non-cancer",
                "mmePerDay": 30,
                "monitoringIntervalDays": 28
              }
            }
          ]
        },
        "after": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "oxycodone"
              },
              "class": "opioid",
              "dose": 10,
              "unit": "mg",
              "status": "tapering",
              "stewardship": {
                "context": "chronic-non-cancer",
                "mmePerDay": 30,
                "monitoringIntervalDays": 28,
                "taper": {
                  "state": "running",
                  "steps": [
                    {
                      "date": "2027-04-12",
                      "dose": 8
                    },
                    {
                      "date": "2027-05-10",
                      "dose": 0
                    }
                  ]
                }
              }
            }
          ]
        },
        "expect": "fires",
        "reason": "Taper of oxycodone from 12 April 2027 until 10 May 2027: 8 mg from 12 April 2027, 0 mg from 10 May 2027."
      },
      {
        "before": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "oxycodone"
              },
              "class": "opioid",
              "dose": 10,
              "unit": "mg",
              "status": "active",
              "stewardship": {
                "context": "chronic-non-cancer",
                "mmePerDay": 30,
                "monitoringIntervalDays": 28
              }
            }
          ]
        },
        "after": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "oxycodone"
              },
              "class": "opioid",
              "dose": 10,
              "unit": "mg",
              "status": "active",
              "stewardship": {
                "context": "chronic-non-cancer",
                "mmePerDay": 30,
                "monitoringIntervalDays": 28
              }
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "RX-07",
    "version": 1,
    "status": "draft",
    "role": "pharmacy",
    "basis": "net",
    "when": {
      "anyOf": [
        "opioid.taper-started",
        "opioid.taper-changed"
      ]
    },
    "where": [
      {
        "field": "item.stewardship.context",
        "op": "eq",
        "value": "post-operative"
      }
    ],
    "reason": "Taper after surgery[: {taperSteps}].",
    "ask": {
      "code": "supply",
      "text": "By step."
    },
    "urgency": "R",
    "due": {
      "businessDays": 1
    },
    "slice": [
      "opioid"
    ],
    "ifNoMember": "skip",
    "source": [
      "S10"
    ],
    "examples": [
      {
        "before": {},
        "after": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "oxycodone"
              },
              "class": "opioid",
              "dose": 10,
              "unit": "mg",
              "status": "tapering",
              "stewardship": {
                "context": "post-operative",
                "mmePerDay": 30,
                "monitoringIntervalDays": 28,
                "taper": {
                  "state": "running",
                  "steps": [
                    {
                      "date": "2027-04-12",
                      "dose": 8
                    },
                    {
                      "date": "2027-05-10",
                      "dose": 0
                    }
                  ]
                }
              }
            }
          ]
        },
        "expect": "fires",
        "reason": "Taper after surgery: 8 mg from 12 April 2027, 0 mg from 10 May 2027."
      },
      {
        "before": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "oxycodone"
              },
              "class": "opioid",
              "dose": 10,
              "unit": "mg",
              "status": "active",
              "stewardship": {
                "context": "chronic-non-cancer",
                "mmePerDay": 30,
                "monitoringIntervalDays": 28
              }
            }
          ]
        },
        "after": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "oxycodone"
              },
              "class": "opioid",
              "dose": 10,
              "unit": "mg",
              "status": "tapering",
              "stewardship": {
                "context": "chronic-non-cancer",
                "mmePerDay": 30,
                "monitoringIntervalDays": 28,
                "taper": {
                  "state": "running",
                  "steps": [
                    {
                      "date": "2027-04-12",
                      "dose": 8
                    },
                    {
                      "date": "2027-05-10",
                      "dose": 0
                    }
                  ]
                }
              }
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "RX-08",
    "version": 1,
    "status": "draft",
    "role": "pharmacy",
    "basis": "net",
    "when": {
      "anyOf": [
        "opioid.stewardship-changed",
        "opioid.dose-reduced",
        "opioid.stopped"
      ]
    },
    "reason": "The opioid plan changed: {opioidState}.",
    "ask": {
      "code": "acknowledge",
      "text": "Keep your record of it in step."
    },
    "urgency": "R",
    "due": {
      "businessDays": 2
    },
    "slice": [
      "opioid"
    ],
    "ifNoMember": "skip",
    "source": [
      "S5"
    ],
    "examples": [
      {
        "before": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "oxycodone"
              },
              "class": "opioid",
              "dose": 10,
              "unit": "mg",
              "status": "active",
              "stewardship": {
                "context": "chronic-non-cancer",
                "mmePerDay": 40,
                "monitoringIntervalDays": 28
              }
            }
          ]
        },
        "after": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "oxycodone"
              },
              "class": "opioid",
              "dose": 10,
              "unit": "mg",
              "status": "active",
              "stewardship": {
                "context": "chronic-non-cancer",
                "mmePerDay": 30,
                "monitoringIntervalDays": 28
              }
            }
          ]
        },
        "expect": "fires",
        "reason": "The opioid plan changed: oxycodone, 30 MME a day."
      },
      {
        "before": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "oxycodone"
              },
              "class": "opioid",
              "dose": 10,
              "unit": "mg",
              "status": "active",
              "stewardship": {
                "context": "chronic-non-cancer",
                "mmePerDay": 30,
                "monitoringIntervalDays": 28
              }
            }
          ]
        },
        "after": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "oxycodone"
              },
              "class": "opioid",
              "dose": 10,
              "unit": "mg",
              "status": "active",
              "stewardship": {
                "context": "chronic-non-cancer",
                "mmePerDay": 30,
                "monitoringIntervalDays": 28
              }
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "RX-09",
    "version": 1,
    "status": "draft",
    "role": "pharmacy",
    "basis": "net",
    "when": {
      "anyOf": [
        "opioid.dose-increased"
      ]
    },
    "reason": "{ingredient} goes[ from {mmeBefore}] to {mme} MME a day.",
    "ask": {
      "code": "check-interactions",
      "text": "Sedatives, naloxone."
    },
    "urgency": "U",
    "due": {
      "businessDays": 1
    },
    "slice": [
      "opioid"
    ],
    "ifNoMember": "assign",
    "source": [
      "C9"
    ],
    "examples": [
      {
        "before": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "oxycodone"
              },
              "class": "opioid",
              "dose": 10,
              "unit": "mg",
              "status": "active",
              "stewardship": {
                "context": "chronic-non-cancer",
                "mmePerDay": 30,
                "monitoringIntervalDays": 28
              }
            }
          ]
        },
        "after": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "oxycodone"
              },
              "class": "opioid",
              "dose": 10,
              "unit": "mg",
              "status": "active",
              "stewardship": {
                "context": "chronic-non-cancer",
                "mmePerDay": 60,
                "monitoringIntervalDays": 28
              }
            }
          ]
        },
        "expect": "fires",
        "reason": "Oxycodone goes from 30 to 60 MME a day."
      },
      {
        "before": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "oxycodone"
              },
              "class": "opioid",
              "dose": 10,
              "unit": "mg",
              "status": "active",
              "stewardship": {
                "context": "chronic-non-cancer",
                "mmePerDay": 60,
                "monitoringIntervalDays": 28
              }
            }
          ]
        },
        "after": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "oxycodone"
              },
              "class": "opioid",
              "dose": 10,
              "unit": "mg",
              "status": "active",
              "stewardship": {
                "context": "chronic-non-cancer",
                "mmePerDay": 30,
                "monitoringIntervalDays": 28
              }
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "RX-11",
    "version": 1,
    "status": "draft",
    "role": "pharmacy",
    "basis": "net",
    "when": {
      "anyOf": [
        "context.allergy-changed"
      ]
    },
    "where": [
      {
        "field": "item.addedKinds",
        "op": "includes",
        "value": "drug"
      }
    ],
    "reason": "A drug allergy was recorded[: {allergy}].",
    "ask": {
      "code": "record-intolerance",
      "text": "Keep it in the record; look at what is supplied now."
    },
    "urgency": "U",
    "due": {
      "businessDays": 1
    },
    "slice": [
      "medication"
    ],
    "ifNoMember": "assign",
    "source": [
      "C"
    ],
    "toCite": "who keeps a newly recorded drug allergy in step",
    "examples": [
      {
        "before": {},
        "after": {
          "patientContext": {
            "allergies": {
              "state": "known",
              "items": [
                {
                  "kind": "drug",
                  "text": "penicillin"
                }
              ]
            }
          }
        },
        "expect": "fires",
        "reason": "A drug allergy was recorded: penicillin."
      },
      {
        "before": {},
        "after": {
          "patientContext": {
            "allergies": {
              "state": "known",
              "items": [
                {
                  "kind": "latex",
                  "text": "latex gloves"
                }
              ]
            }
          }
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "RX-12",
    "version": 1,
    "status": "draft",
    "role": "pharmacy",
    "basis": "net",
    "when": {
      "anyOf": [
        "context.pregnancy-changed"
      ]
    },
    "where": [
      {
        "field": "item.value",
        "op": "in",
        "value": [
          "yes",
          "possible"
        ]
      }
    ],
    "reason": "Pregnancy status changed.",
    "ask": {
      "code": "review-safety",
      "text": "All active medicines."
    },
    "urgency": "S",
    "due": {
      "sameDay": true
    },
    "slice": [
      "medication"
    ],
    "ifNoMember": "assign",
    "source": [
      "C"
    ],
    "toCite": "medicines for pain in pregnancy",
    "examples": [
      {
        "before": {},
        "after": {
          "patientContext": {
            "pregnancy": "possible"
          }
        },
        "expect": "fires",
        "reason": "Pregnancy status changed."
      },
      {
        "before": {},
        "after": {
          "patientContext": {
            "pregnancy": "no"
          }
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "RX-13",
    "version": 2,
    "status": "draft",
    "role": "pharmacy",
    "basis": "net",
    "when": {
      "anyOf": [
        "opioid.started",
        "opioid.dose-increased",
        "medication.started",
        "medication.switched"
      ]
    },
    "where": [
      {
        "field": "plan.combinesSedatives",
        "op": "eq",
        "value": true
      },
      {
        "field": "item.class",
        "op": "in",
        "value": [
          "opioid",
          "benzodiazepine",
          "gabapentinoid",
          "muscle-relaxant"
        ]
      }
    ],
    "reason": "Two sedating medicines are combined: an opioid and another one.",
    "ask": {
      "code": "check-interactions",
      "text": "Breathing risk: call the prescriber before supply; naloxone at home?"
    },
    "urgency": "S",
    "due": {
      "sameDay": true
    },
    "slice": [
      "medication"
    ],
    "ifNoMember": "assign",
    "source": [
      "C9"
    ],
    "examples": [
      {
        "before": {
          "medications": [
            {
              "id": "m2",
              "ingredient": {
                "display": "gabapentin"
              },
              "class": "gabapentinoid",
              "dose": 300,
              "status": "active"
            }
          ]
        },
        "after": {
          "medications": [
            {
              "id": "m2",
              "ingredient": {
                "display": "gabapentin"
              },
              "class": "gabapentinoid",
              "dose": 300,
              "status": "active"
            },
            {
              "id": "m1",
              "ingredient": {
                "display": "oxycodone"
              },
              "class": "opioid",
              "dose": 10,
              "unit": "mg",
              "status": "active",
              "stewardship": {
                "context": "chronic-non-cancer",
                "mmePerDay": 30,
                "monitoringIntervalDays": 28
              }
            }
          ]
        },
        "expect": "fires",
        "reason": "Two sedating medicines are combined: an opioid and another one."
      },
      {
        "before": {},
        "after": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "oxycodone"
              },
              "class": "opioid",
              "dose": 10,
              "unit": "mg",
              "status": "active",
              "stewardship": {
                "context": "chronic-non-cancer",
                "mmePerDay": 30,
                "monitoringIntervalDays": 28
              }
            },
            {
              "id": "m3",
              "ingredient": {
                "display": "ibuprofen"
              },
              "class": "nsaid",
              "status": "active"
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {
          "medications": [
            {
              "id": "m8",
              "ingredient": {
                "display": "duloxetine"
              },
              "class": "snri",
              "status": "active"
            },
            {
              "id": "m1",
              "ingredient": {
                "display": "oxycodone"
              },
              "class": "opioid",
              "status": "active",
              "stewardship": {
                "context": "chronic-non-cancer"
              }
            }
          ]
        },
        "after": {
          "medications": [
            {
              "id": "m8",
              "ingredient": {
                "display": "duloxetine"
              },
              "class": "snri",
              "status": "stopped",
              "stopReason": {
                "kind": "replaced-by",
                "replacedBy": "m9"
              }
            },
            {
              "id": "m9",
              "ingredient": {
                "display": "tizanidine"
              },
              "class": "muscle-relaxant",
              "status": "active"
            },
            {
              "id": "m1",
              "ingredient": {
                "display": "oxycodone"
              },
              "class": "opioid",
              "status": "active",
              "stewardship": {
                "context": "chronic-non-cancer"
              }
            }
          ]
        },
        "expect": "fires",
        "reason": "Two sedating medicines are combined: an opioid and another one."
      },
      {
        "before": {
          "medications": [
            {
              "id": "m8",
              "ingredient": {
                "display": "naproxen"
              },
              "class": "nsaid",
              "status": "active"
            },
            {
              "id": "m1",
              "ingredient": {
                "display": "oxycodone"
              },
              "class": "opioid",
              "status": "active",
              "stewardship": {
                "context": "chronic-non-cancer"
              }
            },
            {
              "id": "m2",
              "ingredient": {
                "display": "gabapentin"
              },
              "class": "gabapentinoid",
              "status": "active"
            }
          ]
        },
        "after": {
          "medications": [
            {
              "id": "m8",
              "ingredient": {
                "display": "naproxen"
              },
              "class": "nsaid",
              "status": "stopped",
              "stopReason": {
                "kind": "replaced-by",
                "replacedBy": "m9"
              }
            },
            {
              "id": "m9",
              "ingredient": {
                "display": "duloxetine"
              },
              "class": "snri",
              "status": "active"
            },
            {
              "id": "m1",
              "ingredient": {
                "display": "oxycodone"
              },
              "class": "opioid",
              "status": "active",
              "stewardship": {
                "context": "chronic-non-cancer"
              }
            },
            {
              "id": "m2",
              "ingredient": {
                "display": "gabapentin"
              },
              "class": "gabapentinoid",
              "status": "active"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "RX-14",
    "version": 1,
    "status": "draft",
    "role": "pharmacy",
    "basis": "net",
    "when": {
      "anyOf": [
        "procedure.planned"
      ]
    },
    "where": [
      {
        "field": "item.type",
        "op": "eq",
        "value": "intrathecal-pump"
      }
    ],
    "reason": "An intrathecal pump is planned.",
    "ask": {
      "code": "agree-plan",
      "text": "Conversion of what is taken now."
    },
    "urgency": "R",
    "due": {
      "businessDays": 3
    },
    "slice": [
      "opioid"
    ],
    "ifNoMember": "skip",
    "source": [
      "S6"
    ],
    "examples": [
      {
        "before": {},
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "intrathecal-pump",
              "intent": "implant",
              "status": "planned"
            }
          ]
        },
        "expect": "fires",
        "reason": "An intrathecal pump is planned."
      },
      {
        "before": {},
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "scs-trial",
              "intent": "trial",
              "status": "planned"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "RX-15",
    "version": 2,
    "status": "draft",
    "role": "pharmacy",
    "basis": "net",
    "when": {
      "anyOf": [
        "medication.started",
        "medication.switched"
      ]
    },
    "where": [
      {
        "field": "item.isCarbamazepine",
        "op": "eq",
        "value": true
      }
    ],
    "reason": "{ingredient} starts: many interactions.",
    "ask": {
      "code": "check-interactions",
      "text": "Interactions, risk genotype, dates of blood count and sodium."
    },
    "urgency": "U",
    "due": {
      "businessDays": 1
    },
    "slice": [
      "medication"
    ],
    "ifNoMember": "assign",
    "source": [
      "S7",
      "C21"
    ],
    "examples": [
      {
        "before": {},
        "after": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "carbamazepine"
              },
              "class": "anticonvulsant",
              "dose": 100,
              "unit": "mg",
              "status": "titrating"
            }
          ]
        },
        "expect": "fires",
        "reason": "Carbamazepine starts: many interactions."
      },
      {
        "before": {},
        "after": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "lamotrigine"
              },
              "class": "anticonvulsant",
              "status": "active"
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {
          "medications": [
            {
              "id": "m8",
              "ingredient": {
                "display": "gabapentin"
              },
              "class": "gabapentinoid",
              "status": "active"
            }
          ]
        },
        "after": {
          "medications": [
            {
              "id": "m8",
              "ingredient": {
                "display": "gabapentin"
              },
              "class": "gabapentinoid",
              "status": "stopped",
              "stopReason": {
                "kind": "replaced-by",
                "replacedBy": "m9"
              }
            },
            {
              "id": "m9",
              "ingredient": {
                "display": "carbamazepine"
              },
              "class": "anticonvulsant",
              "status": "active"
            }
          ]
        },
        "expect": "fires",
        "reason": "Carbamazepine starts: many interactions."
      },
      {
        "before": {
          "medications": [
            {
              "id": "m8",
              "ingredient": {
                "display": "carbamazepine"
              },
              "class": "anticonvulsant",
              "status": "active"
            }
          ]
        },
        "after": {
          "medications": [
            {
              "id": "m8",
              "ingredient": {
                "display": "carbamazepine"
              },
              "class": "anticonvulsant",
              "status": "stopped",
              "stopReason": {
                "kind": "replaced-by",
                "replacedBy": "m9"
              }
            },
            {
              "id": "m9",
              "ingredient": {
                "display": "gabapentin"
              },
              "class": "gabapentinoid",
              "status": "active"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "RX-16",
    "version": 1,
    "status": "draft",
    "role": "pharmacy",
    "basis": "net",
    "when": {
      "anyOf": [
        "red-flag.raised"
      ]
    },
    "where": [
      {
        "field": "item.kind",
        "op": "in",
        "value": [
          "gi-bleed",
          "severe-rash",
          "withdrawal"
        ]
      }
    ],
    "reason": "A serious reaction is under review.",
    "ask": {
      "code": "stop-supply",
      "text": "Until the clinic confirms."
    },
    "urgency": "S",
    "due": {
      "sameDay": true
    },
    "slice": [
      "medication"
    ],
    "ifNoMember": "assign",
    "source": [
      "S9"
    ],
    "examples": [
      {
        "before": {},
        "after": {
          "redFlags": [
            {
              "id": "g1",
              "kind": "gi-bleed",
              "observedAt": "2027-04-06T08:30:00-04:00",
              "status": "active"
            }
          ]
        },
        "expect": "fires",
        "reason": "A serious reaction is under review."
      },
      {
        "before": {},
        "after": {
          "redFlags": [
            {
              "id": "g1",
              "kind": "device",
              "observedAt": "2027-04-06T08:30:00-04:00",
              "status": "active"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "PT-07",
    "version": 1,
    "status": "draft",
    "role": "physical-therapy",
    "basis": "net",
    "when": {
      "anyOf": [
        "diagnosis.confirmed",
        "diagnosis.added"
      ]
    },
    "where": [
      {
        "field": "item.group",
        "op": "eq",
        "value": "lumbar-radiculopathy"
      },
      {
        "field": "item.status",
        "op": "eq",
        "value": "confirmed"
      }
    ],
    "reason": "{diagnosis}[ {side}][ {level}] is confirmed: early flexion-loaded lifts can flare the nerve.",
    "ask": {
      "code": "adjust-program",
      "text": "No flexion-loaded lifts early, nerve glides with slow exposure."
    },
    "urgency": "R",
    "due": {
      "businessDays": 2
    },
    "slice": [
      "rehab"
    ],
    "ifNoMember": "skip",
    "covers": [
      "AL-05"
    ],
    "source": [
      "S7",
      "S8"
    ],
    "examples": [
      {
        "before": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "M54.17",
              "group": "lumbar-radiculopathy",
              "status": "suspected"
            }
          ]
        },
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "M54.17",
              "group": "lumbar-radiculopathy",
              "status": "confirmed"
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {},
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "M54.17",
              "group": "lumbar-radiculopathy",
              "status": "suspected"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "PT-10",
    "version": 2,
    "status": "draft",
    "role": "physical-therapy",
    "basis": "net",
    "when": {
      "anyOf": [
        "diagnosis.added",
        "diagnosis.confirmed",
        "diagnosis.changed"
      ]
    },
    "where": [
      {
        "field": "item.group",
        "op": "eq",
        "value": "crps"
      }
    ],
    "unless": [
      {
        "field": "change.type",
        "op": "eq",
        "value": "diagnosis.changed"
      },
      {
        "field": "item.isAnotherDisease",
        "op": "eq",
        "value": false
      }
    ],
    "reason": "{diagnosis}[ {side}]: guarding feeds it.",
    "ask": {
      "code": "evaluate",
      "text": "Early desensitization and graded motor imagery, no forced immobilization."
    },
    "urgency": "U",
    "due": {
      "businessDays": 2
    },
    "slice": [
      "rehab"
    ],
    "ifNoMember": "assign",
    "source": [
      "S8",
      "S14"
    ],
    "examples": [
      {
        "before": {},
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "G90.521",
              "group": "crps",
              "status": "confirmed"
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {},
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "M54.17",
              "group": "facet",
              "status": "confirmed"
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "M79.671",
              "group": "facet",
              "status": "suspected"
            }
          ]
        },
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "G90.521",
              "group": "crps",
              "status": "suspected",
              "side": "right"
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "G90.521",
              "group": "crps",
              "status": "suspected",
              "side": "right"
            }
          ]
        },
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "G90.522",
              "group": "crps",
              "status": "suspected",
              "side": "left"
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "G90.521",
              "group": "crps",
              "status": "suspected"
            }
          ]
        },
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "G90.521",
              "group": "crps",
              "status": "confirmed"
            }
          ]
        },
        "expect": "fires"
      }
    ]
  },
  {
    "id": "PT-11",
    "version": 2,
    "status": "draft",
    "role": "physical-therapy",
    "basis": "net",
    "when": {
      "anyOf": [
        "procedure.scheduled"
      ]
    },
    "where": [
      {
        "field": "item.window",
        "op": "in",
        "value": [
          "W-ESI",
          "W-DIAG",
          "W-RFA",
          "W-JOINT",
          "W-TENDON",
          "W-TP",
          "W-SYMP"
        ]
      }
    ],
    "reason": "{procedure}[ {side}][ {level}] on {moment}.",
    "ask": {
      "code": "plan-window",
      "text": "Sessions around it: {windowNote}[; loading from {loadingFrom}].",
      "effective": {
        "from": "item.loadingFrom"
      }
    },
    "urgency": "R",
    "due": {
      "businessDaysBefore": 2,
      "date": "item.at"
    },
    "slice": [
      "rehab"
    ],
    "ifNoMember": "skip",
    "source": [
      "S6"
    ],
    "examples": [
      {
        "before": {
          "procedures": [
            {
              "id": "p1",
              "type": "genicular-block",
              "intent": "therapeutic",
              "status": "planned"
            }
          ]
        },
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "genicular-block",
              "intent": "therapeutic",
              "status": "scheduled",
              "scheduledAt": "2027-04-19T10:00:00-04:00"
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {
          "procedures": [
            {
              "id": "p1",
              "type": "pudendal-block",
              "intent": "therapeutic",
              "status": "planned"
            }
          ]
        },
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "pudendal-block",
              "intent": "therapeutic",
              "status": "scheduled",
              "scheduledAt": "2027-04-19T10:00:00-04:00"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "PT-12",
    "version": 2,
    "status": "draft",
    "role": "physical-therapy",
    "basis": "net",
    "when": {
      "anyOf": [
        "procedure.rescheduled"
      ]
    },
    "where": [
      {
        "field": "item.window",
        "op": "in",
        "value": [
          "W-ESI",
          "W-DIAG",
          "W-RFA",
          "W-JOINT",
          "W-TENDON",
          "W-TP",
          "W-SYMP",
          "W-TRIAL",
          "W-IMPLANT"
        ]
      }
    ],
    "reason": "{procedure} moved[ from {before}] to {after}.",
    "ask": {
      "code": "plan-window",
      "text": "Move the sessions."
    },
    "urgency": "R",
    "due": {
      "businessDays": 1
    },
    "dueWhen": [
      {
        "where": [
          {
            "field": "item.isNear",
            "op": "eq",
            "value": true
          }
        ],
        "due": {
          "sameDay": true
        },
        "urgency": "S"
      }
    ],
    "slice": [
      "rehab"
    ],
    "ifNoMember": "skip",
    "source": [
      "P"
    ],
    "examples": [
      {
        "before": {
          "procedures": [
            {
              "id": "p1",
              "type": "genicular-block",
              "intent": "therapeutic",
              "status": "scheduled",
              "scheduledAt": "2027-04-19T10:00:00-04:00"
            }
          ]
        },
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "genicular-block",
              "intent": "therapeutic",
              "status": "scheduled",
              "scheduledAt": "2027-04-21T10:00:00-04:00"
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {
          "procedures": [
            {
              "id": "p1",
              "type": "genicular-block",
              "intent": "therapeutic",
              "status": "scheduled",
              "scheduledAt": "2027-04-19T10:00:00-04:00"
            }
          ]
        },
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "genicular-block",
              "intent": "therapeutic",
              "status": "scheduled",
              "scheduledAt": "2027-04-19T10:00:00-04:00"
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {
          "procedures": [
            {
              "id": "p1",
              "type": "pudendal-block",
              "intent": "therapeutic",
              "status": "scheduled",
              "scheduledAt": "2027-04-19T10:00:00-04:00"
            }
          ]
        },
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "pudendal-block",
              "intent": "therapeutic",
              "status": "scheduled",
              "scheduledAt": "2027-04-21T10:00:00-04:00"
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {
          "procedures": [
            {
              "id": "p1",
              "type": "genicular-block",
              "intent": "therapeutic",
              "status": "scheduled",
              "scheduledAt": "2027-04-07T10:00:00-04:00"
            }
          ]
        },
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "genicular-block",
              "intent": "therapeutic",
              "status": "scheduled",
              "scheduledAt": "2027-04-21T10:00:00-04:00"
            }
          ]
        },
        "expect": "fires",
        "urgency": "S"
      }
    ]
  },
  {
    "id": "PT-13",
    "version": 2,
    "status": "draft",
    "role": "physical-therapy",
    "basis": "net",
    "when": {
      "anyOf": [
        "procedure.cancelled"
      ]
    },
    "where": [
      {
        "field": "item.window",
        "op": "in",
        "value": [
          "W-ESI",
          "W-DIAG",
          "W-RFA",
          "W-JOINT",
          "W-TENDON",
          "W-TP",
          "W-SYMP",
          "W-TRIAL",
          "W-IMPLANT"
        ]
      },
      {
        "field": "before.status",
        "op": "eq",
        "value": "scheduled"
      }
    ],
    "reason": "{procedure}[ on {date}] will not take place.",
    "ask": {
      "code": "plan-window",
      "text": "Drop it, go on as before."
    },
    "urgency": "R",
    "due": {
      "businessDays": 1
    },
    "dueWhen": [
      {
        "where": [
          {
            "field": "item.isNear",
            "op": "eq",
            "value": true
          }
        ],
        "due": {
          "sameDay": true
        },
        "urgency": "S"
      }
    ],
    "slice": [
      "rehab"
    ],
    "ifNoMember": "skip",
    "source": [
      "P"
    ],
    "examples": [
      {
        "before": {
          "procedures": [
            {
              "id": "p1",
              "type": "genicular-block",
              "intent": "therapeutic",
              "status": "scheduled",
              "scheduledAt": "2027-04-19T10:00:00-04:00"
            }
          ]
        },
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "genicular-block",
              "intent": "therapeutic",
              "status": "cancelled"
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {
          "procedures": [
            {
              "id": "p1",
              "type": "genicular-block",
              "intent": "therapeutic",
              "status": "planned"
            }
          ]
        },
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "genicular-block",
              "intent": "therapeutic",
              "status": "cancelled"
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {
          "procedures": [
            {
              "id": "p1",
              "type": "pudendal-block",
              "intent": "therapeutic",
              "status": "scheduled",
              "scheduledAt": "2027-04-19T10:00:00-04:00"
            }
          ]
        },
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "pudendal-block",
              "intent": "therapeutic",
              "status": "cancelled"
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {
          "procedures": [
            {
              "id": "p1",
              "type": "genicular-block",
              "intent": "therapeutic",
              "status": "scheduled",
              "scheduledAt": "2027-04-07T10:00:00-04:00"
            }
          ]
        },
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "genicular-block",
              "intent": "therapeutic",
              "status": "cancelled",
              "scheduledAt": "2027-04-07T10:00:00-04:00"
            }
          ]
        },
        "expect": "fires",
        "urgency": "S"
      }
    ]
  },
  {
    "id": "PT-14",
    "version": 1,
    "status": "draft",
    "role": "physical-therapy",
    "basis": "net",
    "when": {
      "anyOf": [
        "procedure.done"
      ]
    },
    "where": [
      {
        "field": "item.window",
        "op": "eq",
        "value": "W-ESI"
      }
    ],
    "relevance": {
      "within": "P14D",
      "of": "item.doneAt"
    },
    "reason": "{procedure}[ {side}][ {level}] was done on {date}: expect less leg or arm pain in days.",
    "ask": {
      "code": "resume-loading",
      "text": "From {loadingFrom}: walking, then core endurance and hip hinge; use the headroom.",
      "effective": {
        "from": "item.loadingFrom"
      }
    },
    "urgency": "R",
    "due": {
      "businessDays": 2
    },
    "slice": [
      "rehab"
    ],
    "ifNoMember": "skip",
    "source": [
      "S6",
      "S14",
      "C25"
    ],
    "examples": [
      {
        "before": {
          "procedures": [
            {
              "id": "p1",
              "type": "esi-transforaminal",
              "intent": "therapeutic",
              "status": "scheduled",
              "scheduledAt": "2027-04-19T10:00:00-04:00"
            }
          ]
        },
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "esi-transforaminal",
              "intent": "therapeutic",
              "status": "done",
              "doneAt": "2027-04-06T08:30:00-04:00"
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {
          "procedures": [
            {
              "id": "p1",
              "type": "medial-branch-block",
              "intent": "therapeutic",
              "status": "scheduled",
              "scheduledAt": "2027-04-19T10:00:00-04:00"
            }
          ]
        },
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "medial-branch-block",
              "intent": "therapeutic",
              "status": "done",
              "doneAt": "2027-04-06T08:30:00-04:00"
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {
          "procedures": [
            {
              "id": "p1",
              "type": "esi-transforaminal",
              "intent": "therapeutic",
              "status": "scheduled",
              "scheduledAt": "2027-04-19T10:00:00-04:00"
            }
          ]
        },
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "esi-transforaminal",
              "intent": "therapeutic",
              "status": "done",
              "doneAt": "2027-03-06T08:30:00-04:00"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "PT-15",
    "version": 1,
    "status": "draft",
    "role": "physical-therapy",
    "basis": "net",
    "when": {
      "anyOf": [
        "procedure.done"
      ]
    },
    "where": [
      {
        "field": "item.window",
        "op": "eq",
        "value": "W-DIAG"
      }
    ],
    "relevance": {
      "within": "PT0S",
      "of": "item.doneAt"
    },
    "reason": "A diagnostic {procedure} was done today.",
    "ask": {
      "code": "measure",
      "text": "Usual provoking movements today, for a knee a walk test; no new loading."
    },
    "urgency": "S",
    "due": {
      "sameDay": true
    },
    "slice": [
      "rehab"
    ],
    "ifNoMember": "skip",
    "source": [
      "S6",
      "C12"
    ],
    "examples": [
      {
        "before": {
          "procedures": [
            {
              "id": "p1",
              "type": "genicular-block",
              "intent": "therapeutic",
              "status": "scheduled",
              "scheduledAt": "2027-04-19T10:00:00-04:00"
            }
          ]
        },
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "genicular-block",
              "intent": "therapeutic",
              "status": "done",
              "doneAt": "2027-04-06T08:30:00-04:00"
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {
          "procedures": [
            {
              "id": "p1",
              "type": "genicular-block",
              "intent": "therapeutic",
              "status": "scheduled",
              "scheduledAt": "2027-04-19T10:00:00-04:00"
            }
          ]
        },
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "genicular-block",
              "intent": "therapeutic",
              "status": "done",
              "doneAt": "2027-04-01T08:30:00-04:00"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "PT-16",
    "version": 1,
    "status": "draft",
    "role": "physical-therapy",
    "basis": "net",
    "when": {
      "anyOf": [
        "procedure.done"
      ]
    },
    "where": [
      {
        "field": "item.window",
        "op": "eq",
        "value": "W-RFA"
      }
    ],
    "relevance": {
      "within": "P14D",
      "of": "item.doneAt"
    },
    "reason": "{procedure}[ {side}][ {level}] was done on {date}.",
    "ask": {
      "code": "resume-loading",
      "text": "From {loadingFrom}; soreness for days and numbness or neuritis for days to weeks are expected; report beyond 3 weeks or any new weakness.",
      "effective": {
        "from": "item.loadingFrom"
      }
    },
    "urgency": "R",
    "due": {
      "businessDays": 2
    },
    "slice": [
      "rehab"
    ],
    "ifNoMember": "skip",
    "source": [
      "S6",
      "S9"
    ],
    "examples": [
      {
        "before": {
          "procedures": [
            {
              "id": "p1",
              "type": "rfa-genicular",
              "intent": "therapeutic",
              "status": "scheduled",
              "scheduledAt": "2027-04-19T10:00:00-04:00"
            }
          ]
        },
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "rfa-genicular",
              "intent": "therapeutic",
              "status": "done",
              "doneAt": "2027-04-06T08:30:00-04:00"
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {
          "procedures": [
            {
              "id": "p1",
              "type": "genicular-block",
              "intent": "therapeutic",
              "status": "scheduled",
              "scheduledAt": "2027-04-19T10:00:00-04:00"
            }
          ]
        },
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "genicular-block",
              "intent": "therapeutic",
              "status": "done",
              "doneAt": "2027-04-06T08:30:00-04:00"
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {
          "procedures": [
            {
              "id": "p1",
              "type": "rfa-genicular",
              "intent": "therapeutic",
              "status": "scheduled",
              "scheduledAt": "2027-04-19T10:00:00-04:00"
            }
          ]
        },
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "rfa-genicular",
              "intent": "therapeutic",
              "status": "done",
              "doneAt": "2027-03-06T08:30:00-04:00"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "PT-17",
    "version": 2,
    "status": "draft",
    "role": "physical-therapy",
    "basis": "net",
    "when": {
      "anyOf": [
        "procedure.done"
      ]
    },
    "where": [
      {
        "field": "item.window",
        "op": "in",
        "value": [
          "W-JOINT",
          "W-TENDON"
        ]
      }
    ],
    "relevance": {
      "within": "P14D",
      "of": "item.doneAt"
    },
    "reason": "{procedure}[ {side}] was done on {date}.",
    "ask": {
      "code": "resume-loading",
      "text": "Relative rest[ until {lightUntil}], then strength[; {loadLimit}]."
    },
    "urgency": "R",
    "due": {
      "businessDays": 2
    },
    "slice": [
      "rehab"
    ],
    "ifNoMember": "skip",
    "source": [
      "S6",
      "S9"
    ],
    "examples": [
      {
        "before": {
          "procedures": [
            {
              "id": "p1",
              "type": "joint-injection-knee",
              "intent": "therapeutic",
              "status": "scheduled",
              "scheduledAt": "2027-04-19T10:00:00-04:00"
            }
          ]
        },
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "joint-injection-knee",
              "intent": "therapeutic",
              "status": "done",
              "doneAt": "2027-04-06T08:30:00-04:00"
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {},
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "joint-injection-shoulder",
              "intent": "therapeutic",
              "tissue": "tendon",
              "side": "right",
              "status": "done",
              "doneAt": "2027-04-06T08:30:00-04:00"
            }
          ]
        },
        "expect": "fires",
        "reason": "Shoulder injection right was done on 6 April 2027."
      },
      {
        "before": {
          "procedures": [
            {
              "id": "p1",
              "type": "genicular-block",
              "intent": "therapeutic",
              "status": "scheduled",
              "scheduledAt": "2027-04-19T10:00:00-04:00"
            }
          ]
        },
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "genicular-block",
              "intent": "therapeutic",
              "status": "done",
              "doneAt": "2027-04-06T08:30:00-04:00"
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {
          "procedures": [
            {
              "id": "p1",
              "type": "joint-injection-knee",
              "intent": "therapeutic",
              "status": "scheduled",
              "scheduledAt": "2027-04-19T10:00:00-04:00"
            }
          ]
        },
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "joint-injection-knee",
              "intent": "therapeutic",
              "status": "done",
              "doneAt": "2027-03-06T08:30:00-04:00"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "PT-19",
    "version": 1,
    "status": "draft",
    "role": "physical-therapy",
    "basis": "net",
    "when": {
      "anyOf": [
        "procedure.done"
      ]
    },
    "where": [
      {
        "field": "item.type",
        "op": "eq",
        "value": "sympathetic-block"
      }
    ],
    "relevance": {
      "within": "PT0S",
      "of": "item.doneAt"
    },
    "reason": "A {procedure} was done today; the next hours are the best time to work.",
    "ask": {
      "code": "schedule",
      "text": "Desensitization and graded motor imagery today."
    },
    "urgency": "S",
    "due": {
      "sameDay": true
    },
    "slice": [
      "rehab"
    ],
    "ifNoMember": "skip",
    "source": [
      "S14"
    ],
    "examples": [
      {
        "before": {
          "procedures": [
            {
              "id": "p1",
              "type": "sympathetic-block",
              "intent": "therapeutic",
              "status": "scheduled",
              "scheduledAt": "2027-04-19T10:00:00-04:00"
            }
          ]
        },
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "sympathetic-block",
              "intent": "therapeutic",
              "status": "done",
              "doneAt": "2027-04-06T08:30:00-04:00"
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {
          "procedures": [
            {
              "id": "p1",
              "type": "sympathetic-block",
              "intent": "therapeutic",
              "status": "planned"
            }
          ]
        },
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "sympathetic-block",
              "intent": "therapeutic",
              "status": "scheduled",
              "scheduledAt": "2027-04-19T10:00:00-04:00"
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {
          "procedures": [
            {
              "id": "p1",
              "type": "sympathetic-block",
              "intent": "therapeutic",
              "status": "scheduled",
              "scheduledAt": "2027-04-19T10:00:00-04:00"
            }
          ]
        },
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "sympathetic-block",
              "intent": "therapeutic",
              "status": "done",
              "doneAt": "2027-04-05T08:30:00-04:00"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "PT-20",
    "version": 1,
    "status": "draft",
    "role": "physical-therapy",
    "basis": "net",
    "when": {
      "anyOf": [
        "procedure.scheduled"
      ]
    },
    "where": [
      {
        "field": "item.window",
        "op": "eq",
        "value": "W-TRIAL"
      }
    ],
    "reason": "A stimulator trial starts on {date}[, leads in until {leadsUntil}].",
    "ask": {
      "code": "plan-window",
      "text": "Function tests before, on days 2 and 5; no bending, lifting, twisting or overhead reach."
    },
    "urgency": "U",
    "due": {
      "businessDaysBefore": 2,
      "date": "item.at"
    },
    "slice": [
      "rehab"
    ],
    "ifNoMember": "skip",
    "source": [
      "S6",
      "C20"
    ],
    "examples": [
      {
        "before": {
          "procedures": [
            {
              "id": "p1",
              "type": "drg-trial",
              "intent": "trial",
              "status": "planned"
            }
          ]
        },
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "drg-trial",
              "intent": "trial",
              "status": "scheduled",
              "scheduledAt": "2027-04-19T10:00:00-04:00"
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {},
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "drg-trial",
              "intent": "trial",
              "status": "planned"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "PT-21",
    "version": 1,
    "status": "draft",
    "role": "physical-therapy",
    "basis": "net",
    "when": {
      "anyOf": [
        "procedure.done"
      ]
    },
    "where": [
      {
        "field": "item.intent",
        "op": "eq",
        "value": "trial"
      }
    ],
    "relevance": {
      "within": "P14D",
      "of": "item.doneAt"
    },
    "reason": "Trial leads are in[ until {leadsUntil}].",
    "ask": {
      "code": "measure",
      "text": "Function now, on day 2 and day 5; send the results."
    },
    "urgency": "S",
    "due": {
      "sameDay": true
    },
    "slice": [
      "rehab"
    ],
    "ifNoMember": "skip",
    "source": [
      "S6"
    ],
    "examples": [
      {
        "before": {
          "procedures": [
            {
              "id": "p1",
              "type": "drg-trial",
              "intent": "trial",
              "status": "scheduled",
              "scheduledAt": "2027-04-19T10:00:00-04:00"
            }
          ]
        },
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "drg-trial",
              "intent": "trial",
              "status": "done",
              "doneAt": "2027-04-06T08:30:00-04:00"
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {},
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "drg-trial",
              "intent": "trial",
              "status": "scheduled",
              "scheduledAt": "2027-04-19T10:00:00-04:00"
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {
          "procedures": [
            {
              "id": "p1",
              "type": "drg-trial",
              "intent": "trial",
              "status": "scheduled",
              "scheduledAt": "2027-04-19T10:00:00-04:00"
            }
          ]
        },
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "drg-trial",
              "intent": "trial",
              "status": "done",
              "doneAt": "2027-03-06T08:30:00-04:00"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "PT-22",
    "version": 1,
    "status": "draft",
    "role": "physical-therapy",
    "basis": "net",
    "when": {
      "anyOf": [
        "procedure.done"
      ]
    },
    "where": [
      {
        "field": "item.window",
        "op": "eq",
        "value": "W-IMPLANT"
      }
    ],
    "relevance": {
      "within": "P14D",
      "of": "item.doneAt"
    },
    "reason": "A device was implanted on {date}[ at {region}].",
    "ask": {
      "code": "obey-restriction",
      "text": "Six to eight weeks no bending, lifting over 2 kg, twisting; no heat or electrotherapy at the device."
    },
    "urgency": "U",
    "due": {
      "businessDays": 1
    },
    "slice": [
      "device"
    ],
    "ifNoMember": "skip",
    "covers": [
      "PT-35",
      "TH-03"
    ],
    "source": [
      "S6",
      "C"
    ],
    "toCite": "restrictions after the implant of a stimulator or pump",
    "examples": [
      {
        "before": {
          "procedures": [
            {
              "id": "p1",
              "type": "drg-implant",
              "intent": "implant",
              "status": "scheduled",
              "scheduledAt": "2027-04-19T10:00:00-04:00"
            }
          ]
        },
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "drg-implant",
              "intent": "implant",
              "status": "done",
              "doneAt": "2027-04-06T08:30:00-04:00"
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {},
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "drg-implant",
              "intent": "implant",
              "status": "scheduled",
              "scheduledAt": "2027-04-19T10:00:00-04:00"
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {
          "procedures": [
            {
              "id": "p1",
              "type": "drg-implant",
              "intent": "implant",
              "status": "scheduled",
              "scheduledAt": "2027-04-19T10:00:00-04:00"
            }
          ]
        },
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "drg-implant",
              "intent": "implant",
              "status": "done",
              "doneAt": "2027-03-06T08:30:00-04:00"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "PT-23",
    "version": 1,
    "status": "draft",
    "role": "physical-therapy",
    "basis": "net",
    "when": {
      "anyOf": [
        "procedure.result-recorded"
      ]
    },
    "where": [
      {
        "field": "item.type",
        "op": "eq",
        "value": "medial-branch-block"
      },
      {
        "field": "item.result.concordant",
        "op": "eq",
        "value": false
      }
    ],
    "reason": "The blocks do not point to the facet joints.",
    "ask": {
      "code": "adjust-program",
      "text": "Change the focus; a new working diagnosis is to follow."
    },
    "urgency": "R",
    "due": {
      "businessDays": 3
    },
    "slice": [
      "rehab"
    ],
    "ifNoMember": "skip",
    "source": [
      "S6"
    ],
    "examples": [
      {
        "before": {
          "procedures": [
            {
              "id": "p1",
              "type": "medial-branch-block",
              "intent": "therapeutic",
              "status": "done",
              "doneAt": "2027-04-06T08:30:00-04:00"
            }
          ]
        },
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "medial-branch-block",
              "intent": "therapeutic",
              "status": "done",
              "result": {
                "reliefPercent": 40,
                "concordant": false
              },
              "doneAt": "2027-04-06T08:30:00-04:00"
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {
          "procedures": [
            {
              "id": "p1",
              "type": "medial-branch-block",
              "intent": "therapeutic",
              "status": "done",
              "doneAt": "2027-04-06T08:30:00-04:00"
            }
          ]
        },
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "medial-branch-block",
              "intent": "therapeutic",
              "status": "done",
              "result": {
                "reliefPercent": 90,
                "concordant": true
              },
              "doneAt": "2027-04-06T08:30:00-04:00"
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {
          "procedures": [
            {
              "id": "p1",
              "type": "genicular-block",
              "intent": "diagnostic",
              "status": "done",
              "doneAt": "2027-04-05T08:30:00-04:00"
            }
          ]
        },
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "genicular-block",
              "intent": "diagnostic",
              "status": "done",
              "doneAt": "2027-04-05T08:30:00-04:00",
              "result": {
                "reliefPercent": 50,
                "concordant": false
              }
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "PT-30",
    "version": 1,
    "status": "draft",
    "role": "physical-therapy",
    "basis": "net",
    "when": {
      "anyOf": [
        "red-flag.raised"
      ]
    },
    "where": [
      {
        "field": "item.kind",
        "op": "in",
        "value": [
          "cauda-equina",
          "progressive-weakness",
          "cord-compression",
          "fever-after-procedure",
          "neuro-after-neuraxial",
          "postural-headache",
          "device",
          "fracture",
          "fever-spine"
        ]
      },
      {
        "field": "item.onset",
        "op": "eq",
        "value": "new"
      }
    ],
    "reason": "{hold} from now: an urgent medical review is under way.",
    "ask": {
      "code": "hold-therapy",
      "text": "Hold until cleared; do not re-test."
    },
    "urgency": "S",
    "due": {
      "sameDay": true
    },
    "dueWhen": [
      {
        "where": [
          {
            "field": "item.urgency",
            "op": "eq",
            "value": "emergency"
          }
        ],
        "due": {
          "hours": 1
        },
        "urgency": "E"
      }
    ],
    "slice": [
      "safety-notice"
    ],
    "ifNoMember": "skip",
    "covers": [
      "TH-03",
      "TH-04",
      "PT-37"
    ],
    "source": [
      "S4"
    ],
    "examples": [
      {
        "before": {},
        "after": {
          "redFlags": [
            {
              "id": "f1",
              "kind": "progressive-weakness",
              "observedAt": "2027-04-06T08:00:00-04:00",
              "status": "active"
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {},
        "after": {
          "redFlags": [
            {
              "id": "f1",
              "kind": "weight-loss",
              "observedAt": "2027-04-06T08:00:00-04:00",
              "status": "active"
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {},
        "after": {
          "redFlags": [
            {
              "id": "g1",
              "kind": "progressive-weakness",
              "observedAt": "2027-04-06T08:30:00-04:00",
              "onset": "known",
              "status": "active"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "PT-31",
    "version": 2,
    "status": "draft",
    "role": "physical-therapy",
    "basis": "net",
    "when": {
      "anyOf": [
        "diagnosis.added",
        "diagnosis.confirmed",
        "diagnosis.changed",
        "diagnosis.structural-risk-changed",
        "red-flag.raised"
      ]
    },
    "where": [
      {
        "field": "item.isNewRisk",
        "op": "eq",
        "value": true
      },
      {
        "field": "item.risk",
        "op": "in",
        "value": [
          "possible",
          "unstable"
        ]
      }
    ],
    "unless": [
      {
        "field": "member.heldRegions",
        "op": "includes",
        "value": "@item.riskRegion"
      }
    ],
    "reason": "Do not load {region}: its stability is not yet known.",
    "ask": {
      "code": "hold-therapy",
      "text": "No loading of {region} until the plan clears it."
    },
    "urgency": "S",
    "due": {
      "sameDay": true
    },
    "slice": [
      "structural-notice"
    ],
    "ifNoMember": "skip",
    "covers": [
      "TH-03",
      "TH-04"
    ],
    "source": [
      "S3",
      "C18"
    ],
    "examples": [
      {
        "before": {},
        "after": {
          "diagnoses": [
            {
              "id": "d2",
              "code": "C79.51",
              "group": "cancer-pain",
              "status": "confirmed",
              "structuralRisk": {
                "value": "possible",
                "region": "T8"
              }
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {},
        "after": {
          "diagnoses": [
            {
              "id": "d2",
              "code": "C79.51",
              "group": "cancer-pain",
              "status": "confirmed",
              "structuralRisk": {
                "value": "stable-cleared",
                "region": "T8"
              }
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "C79.51",
              "group": "cancer-pain",
              "status": "suspected",
              "level": [
                "T8"
              ],
              "structuralRisk": {
                "value": "possible",
                "region": "T8"
              }
            }
          ]
        },
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "C79.51",
              "group": "cancer-pain",
              "status": "suspected",
              "level": [
                "T9"
              ],
              "structuralRisk": {
                "value": "possible",
                "region": "T9"
              }
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "C79.51",
              "group": "cancer-pain",
              "status": "suspected",
              "level": [
                "T8"
              ],
              "structuralRisk": {
                "value": "possible",
                "region": "T8"
              }
            }
          ]
        },
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "C79.51",
              "group": "cancer-pain",
              "status": "suspected",
              "level": [
                "T8"
              ],
              "structuralRisk": {
                "value": "possible",
                "region": "T8"
              },
              "history": "unknown"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "PT-32",
    "version": 1,
    "status": "draft",
    "role": "physical-therapy",
    "basis": "net",
    "when": {
      "anyOf": [
        "diagnosis.structural-risk-changed"
      ]
    },
    "where": [
      {
        "field": "item.risk",
        "op": "eq",
        "value": "stable-cleared"
      }
    ],
    "reason": "{region} was cleared for loading[ with limits: {limits}].",
    "ask": {
      "code": "resume-loading",
      "text": "Graded; report night pain the same day."
    },
    "urgency": "R",
    "due": {
      "businessDays": 2
    },
    "slice": [
      "structural-notice"
    ],
    "ifNoMember": "skip",
    "covers": [
      "TH-05"
    ],
    "source": [
      "C18"
    ],
    "examples": [
      {
        "before": {
          "diagnoses": [
            {
              "id": "d2",
              "code": "C79.51",
              "group": "cancer-pain",
              "status": "confirmed",
              "structuralRisk": {
                "value": "unstable",
                "region": "T8"
              }
            }
          ]
        },
        "after": {
          "diagnoses": [
            {
              "id": "d2",
              "code": "C79.51",
              "group": "cancer-pain",
              "status": "confirmed",
              "structuralRisk": {
                "value": "stable-cleared",
                "region": "T8"
              }
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {
          "diagnoses": [
            {
              "id": "d2",
              "code": "C79.51",
              "group": "cancer-pain",
              "status": "confirmed",
              "structuralRisk": {
                "value": "possible",
                "region": "T8"
              }
            }
          ]
        },
        "after": {
          "diagnoses": [
            {
              "id": "d2",
              "code": "C79.51",
              "group": "cancer-pain",
              "status": "confirmed",
              "structuralRisk": {
                "value": "unstable",
                "region": "T8"
              }
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "PT-33",
    "version": 1,
    "status": "draft",
    "role": "physical-therapy",
    "basis": "net",
    "when": {
      "anyOf": [
        "stage.escalated"
      ]
    },
    "where": [
      {
        "field": "plan.stage.value",
        "op": "eq",
        "value": "advanced"
      }
    ],
    "reason": "Simpler steps did not restore enough function[; {nextStep} is being prepared].",
    "ask": {
      "code": "adjust-program",
      "text": "Build capacity for it, baseline tests."
    },
    "urgency": "R",
    "due": {
      "businessDays": 3
    },
    "slice": [
      "rehab"
    ],
    "ifNoMember": "skip",
    "source": [
      "S6"
    ],
    "examples": [
      {
        "before": {},
        "after": {
          "stage": {
            "value": "advanced"
          }
        },
        "expect": "fires"
      },
      {
        "before": {},
        "after": {
          "stage": {
            "value": "interventional-therapeutic"
          }
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "PT-35",
    "version": 1,
    "status": "draft",
    "role": "physical-therapy",
    "basis": "net",
    "when": {
      "anyOf": [
        "context.device-changed"
      ]
    },
    "reason": "An implanted device changes which modalities are safe.",
    "ask": {
      "code": "rescreen",
      "text": "Modalities near the device."
    },
    "urgency": "U",
    "due": {
      "businessDays": 1
    },
    "slice": [
      "device"
    ],
    "ifNoMember": "skip",
    "source": [
      "C"
    ],
    "toCite": "modalities that are unsafe near an implanted device",
    "examples": [
      {
        "before": {},
        "after": {
          "patientContext": {
            "implantedDevices": [
              {
                "id": "v1",
                "kind": "drg",
                "region": "left flank",
                "mriConditions": "conditional"
              }
            ]
          }
        },
        "expect": "fires"
      },
      {
        "before": {
          "patientContext": {
            "implantedDevices": [
              {
                "id": "v1",
                "kind": "drg",
                "region": "left flank",
                "mriConditions": "conditional"
              }
            ]
          }
        },
        "after": {
          "patientContext": {
            "implantedDevices": [
              {
                "id": "v1",
                "kind": "drg",
                "region": "left flank",
                "mriConditions": "conditional"
              }
            ]
          }
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "PT-24",
    "version": 1,
    "status": "draft",
    "role": "physical-therapy",
    "basis": "net",
    "when": {
      "anyOf": [
        "procedure.result-recorded",
        "procedure.result-amended"
      ]
    },
    "where": [
      {
        "field": "change.complication",
        "op": "in",
        "value": [
          "neuritis",
          "dural-puncture",
          "infection"
        ]
      }
    ],
    "unless": [
      {
        "field": "item.isPelvic",
        "op": "eq",
        "value": true
      }
    ],
    "reason": "A complication needs protection.",
    "ask": {
      "code": "hold-therapy",
      "text": "No loading; ask the contact that the plan names."
    },
    "urgency": "S",
    "due": {
      "sameDay": true
    },
    "slice": [
      "safety-notice"
    ],
    "ifNoMember": "skip",
    "source": [
      "S9"
    ],
    "examples": [
      {
        "before": {
          "procedures": [
            {
              "id": "p1",
              "type": "esi-interlaminar",
              "intent": "therapeutic",
              "status": "done",
              "scheduledAt": "2027-04-26T10:00:00-04:00",
              "doneAt": "2027-04-05T10:00:00-04:00"
            }
          ]
        },
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "esi-interlaminar",
              "intent": "therapeutic",
              "status": "done",
              "scheduledAt": "2027-04-26T10:00:00-04:00",
              "doneAt": "2027-04-05T10:00:00-04:00",
              "result": {
                "reliefPercent": 0,
                "complication": "dural-puncture"
              }
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {
          "procedures": [
            {
              "id": "p1",
              "type": "esi-interlaminar",
              "intent": "therapeutic",
              "status": "done",
              "scheduledAt": "2027-04-26T10:00:00-04:00",
              "doneAt": "2027-04-05T10:00:00-04:00"
            }
          ]
        },
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "esi-interlaminar",
              "intent": "therapeutic",
              "status": "done",
              "scheduledAt": "2027-04-26T10:00:00-04:00",
              "doneAt": "2027-04-05T10:00:00-04:00",
              "result": {
                "reliefPercent": 60
              }
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {
          "procedures": [
            {
              "id": "p1",
              "type": "pudendal-block",
              "intent": "therapeutic",
              "status": "done",
              "doneAt": "2027-04-05T10:00:00-04:00"
            }
          ]
        },
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "pudendal-block",
              "intent": "therapeutic",
              "status": "done",
              "doneAt": "2027-04-05T10:00:00-04:00",
              "result": {
                "reliefPercent": 0,
                "complication": "infection"
              }
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "PT-37",
    "version": 1,
    "status": "draft",
    "role": "physical-therapy",
    "basis": "net",
    "when": {
      "anyOf": [
        "deficit.changed"
      ]
    },
    "where": [
      {
        "field": "item.progression",
        "op": "eq",
        "value": "progressive"
      }
    ],
    "unless": [
      {
        "field": "plan.hasActiveRedFlag",
        "op": "eq",
        "value": true
      }
    ],
    "reason": "Strength is getting worse.",
    "ask": {
      "code": "hold-therapy",
      "text": "No loading; ask the contact that the plan names."
    },
    "urgency": "S",
    "due": {
      "sameDay": true
    },
    "slice": [
      "safety-notice"
    ],
    "ifNoMember": "skip",
    "source": [
      "S7"
    ],
    "examples": [
      {
        "before": {},
        "after": {
          "deficits": [
            {
              "id": "f1",
              "kind": "motor",
              "text": "toe",
              "side": "right",
              "progression": "progressive",
              "observedAt": "2027-04-06T08:00:00-04:00"
            }
          ]
        },
        "expect": "fires",
        "reason": "Strength is getting worse."
      },
      {
        "before": {},
        "after": {
          "deficits": [
            {
              "id": "f1",
              "kind": "motor",
              "text": "toe",
              "side": "right",
              "progression": "stable",
              "observedAt": "2027-04-06T08:00:00-04:00"
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {},
        "after": {
          "deficits": [
            {
              "id": "f1",
              "kind": "motor",
              "text": "toe",
              "side": "right",
              "progression": "progressive",
              "observedAt": "2027-04-06T08:00:00-04:00"
            }
          ],
          "redFlags": [
            {
              "id": "g1",
              "kind": "progressive-weakness",
              "observedAt": "2027-04-06T08:00:00-04:00",
              "status": "active"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "PT-08",
    "version": 1,
    "status": "draft",
    "role": "physical-therapy",
    "basis": "net",
    "when": {
      "anyOf": [
        "diagnosis.confirmed",
        "diagnosis.added"
      ]
    },
    "where": [
      {
        "field": "item.group",
        "op": "eq",
        "value": "cervical-radiculopathy"
      },
      {
        "field": "item.status",
        "op": "eq",
        "value": "confirmed"
      }
    ],
    "reason": "{diagnosis}[ {side}][ {level}] is confirmed.",
    "ask": {
      "code": "adjust-program",
      "text": "Traction-informed work and posture; report growing weakness of grip the same day."
    },
    "urgency": "R",
    "due": {
      "businessDays": 2
    },
    "slice": [
      "rehab"
    ],
    "ifNoMember": "skip",
    "covers": [
      "AL-05"
    ],
    "source": [
      "S7"
    ],
    "examples": [
      {
        "before": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "M54.12",
              "group": "cervical-radiculopathy",
              "side": "left",
              "status": "suspected"
            }
          ]
        },
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "M50.122",
              "group": "cervical-radiculopathy",
              "text": "C5-C6 disc herniation with radiculopathy",
              "side": "left",
              "level": [
                "C5-C6"
              ],
              "status": "confirmed"
            }
          ]
        },
        "expect": "fires",
        "reason": "C5-C6 disc herniation with radiculopathy left C5-C6 is confirmed."
      },
      {
        "before": {},
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "M54.12",
              "group": "cervical-radiculopathy",
              "status": "suspected"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "PT-18",
    "version": 1,
    "status": "draft",
    "role": "physical-therapy",
    "basis": "net",
    "when": {
      "anyOf": [
        "procedure.done"
      ]
    },
    "where": [
      {
        "field": "item.type",
        "op": "in",
        "value": [
          "trigger-point",
          "occipital-block"
        ]
      }
    ],
    "relevance": {
      "within": "P14D",
      "of": "item.doneAt"
    },
    "reason": "{procedure}[ of the {region}] was done on {date}.",
    "ask": {
      "code": "schedule",
      "text": "A session by {sessionBy}, to stretch and retrain."
    },
    "urgency": "U",
    "due": {
      "businessDays": 1
    },
    "slice": [
      "rehab"
    ],
    "ifNoMember": "skip",
    "source": [
      "S6"
    ],
    "examples": [
      {
        "before": {},
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "trigger-point",
              "intent": "therapeutic",
              "region": "left upper trapezius",
              "status": "done",
              "doneAt": "2027-04-06T08:30:00-04:00"
            }
          ]
        },
        "expect": "fires",
        "reason": "Trigger point injection of the left upper trapezius was done on 6 April 2027."
      },
      {
        "before": {},
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "pelvic-floor-trigger-point",
              "intent": "therapeutic",
              "status": "done",
              "doneAt": "2027-04-06T08:30:00-04:00"
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {},
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "trigger-point",
              "intent": "therapeutic",
              "region": "left upper trapezius",
              "status": "done",
              "doneAt": "2027-03-06T08:30:00-04:00"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "PT-36",
    "version": 2,
    "status": "draft",
    "role": "physical-therapy",
    "basis": "net",
    "when": {
      "anyOf": [
        "diagnosis.added",
        "diagnosis.confirmed",
        "diagnosis.changed"
      ]
    },
    "where": [
      {
        "field": "item.group",
        "op": "in",
        "value": [
          "whiplash",
          "neck-pain-after-crash"
        ]
      }
    ],
    "unless": [
      {
        "field": "change.type",
        "op": "eq",
        "value": "diagnosis.changed"
      },
      {
        "field": "item.isAnotherDisease",
        "op": "eq",
        "value": false
      }
    ],
    "reason": "{diagnosis} after a crash: early movement helps.",
    "ask": {
      "code": "evaluate",
      "text": "Early reactivation, no collar."
    },
    "urgency": "U",
    "due": {
      "businessDays": 2
    },
    "slice": [
      "rehab"
    ],
    "ifNoMember": "assign",
    "source": [
      "S3",
      "C"
    ],
    "toCite": "early activity without a collar after whiplash",
    "examples": [
      {
        "before": {},
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "S13.4XXA",
              "group": "whiplash",
              "text": "Sprain of the neck",
              "status": "confirmed"
            }
          ]
        },
        "expect": "fires",
        "reason": "Sprain of the neck after a crash: early movement helps."
      },
      {
        "before": {},
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "M47.812",
              "group": "facet",
              "status": "suspected"
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "M54.2",
              "group": "facet",
              "status": "suspected"
            }
          ]
        },
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "S13.4XXA",
              "group": "whiplash",
              "status": "suspected"
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "S13.4XXA",
              "group": "whiplash",
              "status": "suspected"
            }
          ]
        },
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "S13.4XXD",
              "group": "whiplash",
              "status": "suspected"
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "S13.4XXA",
              "group": "whiplash",
              "status": "suspected"
            }
          ]
        },
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "S13.4XXA",
              "group": "whiplash",
              "status": "confirmed"
            }
          ]
        },
        "expect": "fires"
      }
    ]
  },
  {
    "id": "PC-04",
    "version": 2,
    "status": "draft",
    "role": "primary-care",
    "basis": "net",
    "when": {
      "anyOf": [
        "medication.started",
        "medication.switched"
      ]
    },
    "where": [
      {
        "field": "item.class",
        "op": "eq",
        "value": "nsaid"
      },
      {
        "field": "plan.nsaidRisk",
        "op": "exists"
      }
    ],
    "reason": "An anti-inflammatory was started in a patient with {risk}.",
    "ask": {
      "code": "check-interactions",
      "text": "Stomach and kidney protection."
    },
    "urgency": "U",
    "due": {
      "businessDays": 1
    },
    "slice": [
      "medication"
    ],
    "ifNoMember": "assign",
    "source": [
      "S5",
      "S9"
    ],
    "examples": [
      {
        "before": {},
        "after": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "nsaid"
              },
              "class": "nsaid",
              "status": "active"
            }
          ],
          "patientContext": {
            "age": 68
          }
        },
        "expect": "fires"
      },
      {
        "before": {},
        "after": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "nsaid"
              },
              "class": "nsaid",
              "status": "active"
            }
          ],
          "patientContext": {
            "age": 40
          }
        },
        "expect": "silent"
      },
      {
        "before": {
          "medications": [
            {
              "id": "m8",
              "ingredient": {
                "display": "acetaminophen"
              },
              "class": "acetaminophen",
              "status": "active"
            }
          ],
          "patientContext": {
            "age": 68
          }
        },
        "after": {
          "medications": [
            {
              "id": "m8",
              "ingredient": {
                "display": "acetaminophen"
              },
              "class": "acetaminophen",
              "status": "stopped",
              "stopReason": {
                "kind": "replaced-by",
                "replacedBy": "m9"
              }
            },
            {
              "id": "m9",
              "ingredient": {
                "display": "naproxen"
              },
              "class": "nsaid",
              "status": "active"
            }
          ],
          "patientContext": {
            "age": 68
          }
        },
        "expect": "fires",
        "reason": "An anti-inflammatory was started in a patient with an age of 68."
      },
      {
        "before": {
          "medications": [
            {
              "id": "m8",
              "ingredient": {
                "display": "naproxen"
              },
              "class": "nsaid",
              "status": "active"
            }
          ],
          "patientContext": {
            "age": 68
          }
        },
        "after": {
          "medications": [
            {
              "id": "m8",
              "ingredient": {
                "display": "naproxen"
              },
              "class": "nsaid",
              "status": "stopped",
              "stopReason": {
                "kind": "replaced-by",
                "replacedBy": "m9"
              }
            },
            {
              "id": "m9",
              "ingredient": {
                "display": "acetaminophen"
              },
              "class": "acetaminophen",
              "status": "active"
            }
          ],
          "patientContext": {
            "age": 68
          }
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "PC-05",
    "version": 1,
    "status": "draft",
    "role": "primary-care",
    "basis": "net",
    "when": {
      "anyOf": [
        "medication.stopped"
      ]
    },
    "where": [
      {
        "field": "change.stopReason",
        "op": "in",
        "value": [
          "side-effect",
          "interaction"
        ]
      }
    ],
    "reason": "{ingredient} was stopped: {effect}.",
    "ask": {
      "code": "record-intolerance",
      "text": "Keep it in the record."
    },
    "urgency": "R",
    "due": {
      "businessDays": 3
    },
    "slice": [
      "medication"
    ],
    "ifNoMember": "skip",
    "source": [
      "S13",
      "S14"
    ],
    "examples": [
      {
        "before": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "nsaid"
              },
              "class": "nsaid",
              "status": "active"
            }
          ]
        },
        "after": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "nsaid"
              },
              "class": "nsaid",
              "status": "stopped",
              "stopReason": {
                "kind": "side-effect",
                "effect": "stomach pain"
              }
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "nsaid"
              },
              "class": "nsaid",
              "status": "active"
            }
          ]
        },
        "after": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "nsaid"
              },
              "class": "nsaid",
              "status": "stopped",
              "stopReason": {
                "kind": "completed"
              }
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "PC-06",
    "version": 2,
    "status": "draft",
    "role": "primary-care",
    "basis": "net",
    "when": {
      "anyOf": [
        "medication.started",
        "medication.switched"
      ]
    },
    "where": [
      {
        "field": "item.class",
        "op": "eq",
        "value": "steroid-taper"
      },
      {
        "field": "plan.hasDiabetes",
        "op": "eq",
        "value": true
      }
    ],
    "reason": "A short steroid course runs[ until {until}].",
    "ask": {
      "code": "monitor",
      "text": "Glucose."
    },
    "urgency": "U",
    "due": {
      "businessDays": 1
    },
    "slice": [
      "medication"
    ],
    "ifNoMember": "assign",
    "source": [
      "S9"
    ],
    "examples": [
      {
        "before": {},
        "after": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "steroid-taper"
              },
              "class": "steroid-taper",
              "status": "active"
            }
          ],
          "patientContext": {
            "diabetes": {
              "value": "yes"
            }
          }
        },
        "expect": "fires"
      },
      {
        "before": {},
        "after": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "steroid-taper"
              },
              "class": "steroid-taper",
              "status": "active"
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {
          "medications": [
            {
              "id": "m8",
              "ingredient": {
                "display": "naproxen"
              },
              "class": "nsaid",
              "status": "active"
            }
          ],
          "patientContext": {
            "diabetes": {
              "value": "yes"
            }
          }
        },
        "after": {
          "medications": [
            {
              "id": "m8",
              "ingredient": {
                "display": "naproxen"
              },
              "class": "nsaid",
              "status": "stopped",
              "stopReason": {
                "kind": "replaced-by",
                "replacedBy": "m9"
              }
            },
            {
              "id": "m9",
              "ingredient": {
                "display": "prednisone"
              },
              "class": "steroid-taper",
              "status": "active"
            }
          ],
          "patientContext": {
            "diabetes": {
              "value": "yes"
            }
          }
        },
        "expect": "fires"
      },
      {
        "before": {},
        "after": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "naproxen"
              },
              "class": "nsaid",
              "status": "active"
            }
          ],
          "patientContext": {
            "diabetes": {
              "value": "yes"
            }
          }
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "PC-10",
    "version": 1,
    "status": "draft",
    "role": "primary-care",
    "basis": "net",
    "when": {
      "anyOf": [
        "procedure.done"
      ]
    },
    "where": [
      {
        "field": "item.window",
        "op": "eq",
        "value": "W-RFA"
      }
    ],
    "relevance": {
      "within": "P14D",
      "of": "item.doneAt"
    },
    "reason": "{procedure} was done; relief is expected for 6 to 12 months.",
    "ask": {
      "code": "acknowledge",
      "text": "For your record."
    },
    "urgency": "R",
    "due": {
      "businessDays": 5
    },
    "slice": [
      "procedure"
    ],
    "ifNoMember": "skip",
    "source": [
      "S6"
    ],
    "examples": [
      {
        "before": {},
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "rfa-genicular",
              "intent": "therapeutic",
              "status": "done",
              "doneAt": "2027-04-06T08:30:00-04:00"
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {},
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "genicular-block",
              "intent": "therapeutic",
              "status": "done",
              "doneAt": "2027-04-06T08:30:00-04:00"
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {},
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "rfa-genicular",
              "intent": "therapeutic",
              "status": "done",
              "doneAt": "2027-03-06T08:30:00-04:00"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "PC-11",
    "version": 1,
    "status": "draft",
    "role": "primary-care",
    "basis": "net",
    "when": {
      "anyOf": [
        "procedure.done"
      ]
    },
    "where": [
      {
        "field": "item.window",
        "op": "eq",
        "value": "W-IMPLANT"
      }
    ],
    "relevance": {
      "within": "P14D",
      "of": "item.doneAt"
    },
    "reason": "{device} was implanted on {date}.",
    "ask": {
      "code": "acknowledge",
      "text": "Device card, MRI conditions, infection signs."
    },
    "urgency": "U",
    "due": {
      "businessDays": 1
    },
    "slice": [
      "device"
    ],
    "ifNoMember": "assign",
    "source": [
      "S6"
    ],
    "examples": [
      {
        "before": {},
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "drg-implant",
              "intent": "implant",
              "status": "done",
              "doneAt": "2027-04-06T08:30:00-04:00"
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {},
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "drg-implant",
              "intent": "implant",
              "status": "scheduled",
              "scheduledAt": "2027-04-19T10:00:00-04:00"
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {},
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "drg-implant",
              "intent": "implant",
              "status": "done",
              "doneAt": "2027-03-06T08:30:00-04:00"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "PC-13",
    "version": 1,
    "status": "draft",
    "role": "primary-care",
    "basis": "net",
    "when": {
      "anyOf": [
        "stage.escalated"
      ]
    },
    "where": [
      {
        "field": "plan.stage.value",
        "op": "eq",
        "value": "advanced"
      }
    ],
    "reason": "Advanced options are being prepared.",
    "ask": {
      "code": "acknowledge",
      "text": "Anything that speaks against it?"
    },
    "urgency": "R",
    "due": {
      "businessDays": 3
    },
    "slice": [
      "procedure"
    ],
    "ifNoMember": "skip",
    "source": [
      "S6"
    ],
    "examples": [
      {
        "before": {},
        "after": {
          "stage": {
            "value": "advanced"
          }
        },
        "expect": "fires"
      },
      {
        "before": {},
        "after": {
          "stage": {
            "value": "interventional-diagnostic"
          }
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "PC-17",
    "version": 1,
    "status": "draft",
    "role": "primary-care",
    "basis": "net",
    "when": {
      "anyOf": [
        "lifestyle.changed"
      ]
    },
    "where": [
      {
        "field": "item.kind",
        "op": "eq",
        "value": "weight"
      },
      {
        "field": "item.status",
        "op": "eq",
        "value": "active"
      }
    ],
    "reason": "Weight support is part of the plan.",
    "ask": {
      "code": "acknowledge",
      "text": "Offer the program."
    },
    "urgency": "R",
    "due": {
      "businessDays": 5
    },
    "slice": [
      "medication"
    ],
    "ifNoMember": "skip",
    "source": [
      "S14"
    ],
    "examples": [
      {
        "before": {},
        "after": {
          "lifestyle": [
            {
              "id": "l1",
              "kind": "weight"
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {},
        "after": {
          "lifestyle": [
            {
              "id": "l1",
              "kind": "footwear"
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {
          "lifestyle": [
            {
              "id": "l1",
              "kind": "weight"
            }
          ]
        },
        "after": {
          "lifestyle": [
            {
              "id": "l1",
              "kind": "weight",
              "status": "stopped"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "PC-01",
    "version": 2,
    "status": "draft",
    "role": "primary-care",
    "basis": "net",
    "when": {
      "anyOf": [
        "procedure.scheduled",
        "procedure.rescheduled"
      ]
    },
    "where": [
      {
        "field": "item.bleedingRisk",
        "op": "in",
        "value": [
          "high",
          "intermediate"
        ]
      },
      {
        "field": "plan.isAnticoagulated",
        "op": "eq",
        "value": true
      }
    ],
    "reason": "{procedure} on {moment} while taking a blood thinner.",
    "ask": {
      "code": "confirm-hold-plan",
      "text": "Who stops what, from when, bridge or not."
    },
    "urgency": "U",
    "due": {
      "businessDaysBefore": 7,
      "date": "item.at"
    },
    "slice": [
      "procedure"
    ],
    "ifNoMember": "assign",
    "source": [
      "S9",
      "C11"
    ],
    "examples": [
      {
        "before": {
          "patientContext": {
            "anticoagulation": {
              "class": "doac"
            }
          }
        },
        "after": {
          "patientContext": {
            "anticoagulation": {
              "class": "doac"
            }
          },
          "procedures": [
            {
              "id": "p1",
              "type": "esi-interlaminar",
              "intent": "therapeutic",
              "status": "scheduled",
              "scheduledAt": "2027-04-26T10:00:00-04:00"
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {},
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "esi-interlaminar",
              "intent": "therapeutic",
              "status": "scheduled",
              "scheduledAt": "2027-04-26T10:00:00-04:00"
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {
          "patientContext": {
            "anticoagulation": {
              "class": "doac"
            }
          }
        },
        "after": {
          "patientContext": {
            "anticoagulation": {
              "class": "doac"
            }
          },
          "procedures": [
            {
              "id": "p1",
              "type": "trigger-point",
              "intent": "therapeutic",
              "status": "scheduled",
              "scheduledAt": "2027-04-26T10:00:00-04:00"
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {
          "patientContext": {
            "anticoagulation": {
              "class": "doac"
            }
          },
          "procedures": [
            {
              "id": "p1",
              "type": "esi-interlaminar",
              "intent": "therapeutic",
              "status": "scheduled",
              "scheduledAt": "2027-04-26T10:00:00-04:00",
              "steroid": {
                "agent": "dexamethasone",
                "mg": 10
              }
            }
          ]
        },
        "after": {
          "patientContext": {
            "anticoagulation": {
              "class": "doac"
            }
          },
          "procedures": [
            {
              "id": "p1",
              "type": "esi-interlaminar",
              "intent": "therapeutic",
              "status": "scheduled",
              "scheduledAt": "2027-04-28T10:00:00-04:00",
              "steroid": {
                "agent": "dexamethasone",
                "mg": 10
              }
            }
          ]
        },
        "expect": "fires"
      }
    ]
  },
  {
    "id": "PC-02",
    "version": 2,
    "status": "draft",
    "role": "primary-care",
    "basis": "net",
    "when": {
      "anyOf": [
        "procedure.scheduled",
        "procedure.rescheduled"
      ]
    },
    "where": [
      {
        "field": "item.hasSteroid",
        "op": "eq",
        "value": true
      },
      {
        "field": "plan.hasDiabetes",
        "op": "eq",
        "value": true
      }
    ],
    "reason": "{procedure} with steroid on {moment}; blood sugar will rise.",
    "ask": {
      "code": "confirm-hold-plan",
      "text": "Glucose plan."
    },
    "urgency": "U",
    "due": {
      "businessDaysBefore": 3,
      "date": "item.at"
    },
    "slice": [
      "procedure"
    ],
    "ifNoMember": "assign",
    "source": [
      "S9"
    ],
    "examples": [
      {
        "before": {},
        "after": {
          "patientContext": {
            "diabetes": {
              "value": "yes"
            }
          },
          "procedures": [
            {
              "id": "p1",
              "type": "esi-interlaminar",
              "intent": "therapeutic",
              "status": "scheduled",
              "scheduledAt": "2027-04-26T10:00:00-04:00",
              "steroid": {
                "agent": "dexamethasone",
                "mg": 10
              }
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {},
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "esi-interlaminar",
              "intent": "therapeutic",
              "status": "scheduled",
              "scheduledAt": "2027-04-26T10:00:00-04:00",
              "steroid": {
                "agent": "dexamethasone",
                "mg": 10
              }
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {
          "patientContext": {
            "diabetes": {
              "value": "yes"
            }
          }
        },
        "after": {
          "patientContext": {
            "diabetes": {
              "value": "yes"
            }
          },
          "procedures": [
            {
              "id": "p1",
              "type": "medial-branch-block",
              "intent": "diagnostic",
              "status": "scheduled",
              "scheduledAt": "2027-04-26T10:00:00-04:00"
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {
          "patientContext": {
            "diabetes": {
              "value": "yes"
            }
          },
          "procedures": [
            {
              "id": "p1",
              "type": "esi-interlaminar",
              "intent": "therapeutic",
              "status": "scheduled",
              "scheduledAt": "2027-04-26T10:00:00-04:00",
              "steroid": {
                "agent": "dexamethasone",
                "mg": 10
              }
            }
          ]
        },
        "after": {
          "patientContext": {
            "diabetes": {
              "value": "yes"
            }
          },
          "procedures": [
            {
              "id": "p1",
              "type": "esi-interlaminar",
              "intent": "therapeutic",
              "status": "scheduled",
              "scheduledAt": "2027-04-28T10:00:00-04:00",
              "steroid": {
                "agent": "dexamethasone",
                "mg": 10
              }
            }
          ]
        },
        "expect": "fires"
      }
    ]
  },
  {
    "id": "PC-03",
    "version": 1,
    "status": "draft",
    "role": "primary-care",
    "basis": "net",
    "when": {
      "anyOf": [
        "procedure.done"
      ]
    },
    "where": [
      {
        "field": "item.hasSteroid",
        "op": "eq",
        "value": true
      },
      {
        "field": "plan.hasDiabetes",
        "op": "eq",
        "value": true
      }
    ],
    "relevance": {
      "within": "P14D",
      "of": "item.doneAt"
    },
    "reason": "Steroid was given on {date}.",
    "ask": {
      "code": "monitor",
      "text": "Glucose for two weeks."
    },
    "urgency": "U",
    "due": {
      "businessDays": 1
    },
    "slice": [
      "procedure"
    ],
    "ifNoMember": "assign",
    "source": [
      "S9"
    ],
    "examples": [
      {
        "before": {},
        "after": {
          "patientContext": {
            "diabetes": {
              "value": "yes"
            }
          },
          "procedures": [
            {
              "id": "p1",
              "type": "esi-interlaminar",
              "intent": "therapeutic",
              "status": "done",
              "scheduledAt": "2027-04-26T10:00:00-04:00",
              "doneAt": "2027-04-06T08:00:00-04:00",
              "steroid": {
                "agent": "dexamethasone",
                "mg": 10
              }
            }
          ]
        },
        "expect": "fires",
        "reason": "Steroid was given on 6 April 2027."
      },
      {
        "before": {},
        "after": {
          "patientContext": {
            "diabetes": {
              "value": "yes"
            }
          },
          "procedures": [
            {
              "id": "p1",
              "type": "esi-interlaminar",
              "intent": "therapeutic",
              "status": "done",
              "scheduledAt": "2027-04-26T10:00:00-04:00",
              "doneAt": "2027-02-06T08:00:00-04:00",
              "steroid": {
                "agent": "dexamethasone",
                "mg": 10
              }
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {
          "patientContext": {
            "diabetes": {
              "value": "yes"
            }
          }
        },
        "after": {
          "patientContext": {
            "diabetes": {
              "value": "yes"
            }
          },
          "procedures": [
            {
              "id": "p1",
              "type": "medial-branch-block",
              "intent": "diagnostic",
              "status": "done",
              "doneAt": "2027-04-06T08:30:00-04:00"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "PC-12",
    "version": 1,
    "status": "draft",
    "role": "primary-care",
    "basis": "net",
    "when": {
      "anyOf": [
        "red-flag.raised"
      ]
    },
    "where": [
      {
        "field": "item.kind",
        "op": "in",
        "value": [
          "weight-loss",
          "fever-spine",
          "fever-after-procedure",
          "gi-bleed",
          "severe-rash"
        ]
      }
    ],
    "reason": "{flag} during pain treatment.",
    "ask": {
      "code": "evaluate",
      "text": "Work-up.",
      "doBy": {
        "businessDays": 5
      }
    },
    "urgency": "S",
    "due": {
      "sameDay": true
    },
    "dueWhen": [
      {
        "where": [
          {
            "field": "item.kind",
            "op": "eq",
            "value": "weight-loss"
          }
        ],
        "due": {
          "businessDays": 2
        },
        "urgency": "U"
      }
    ],
    "slice": [
      "medication"
    ],
    "ifNoMember": "assign",
    "source": [
      "S4"
    ],
    "examples": [
      {
        "before": {},
        "after": {
          "redFlags": [
            {
              "id": "g1",
              "kind": "weight-loss",
              "observedAt": "2027-04-06T08:30:00-04:00",
              "status": "active"
            }
          ]
        },
        "expect": "fires",
        "reason": "Unintended weight loss during pain treatment."
      },
      {
        "before": {},
        "after": {
          "redFlags": [
            {
              "id": "g1",
              "kind": "fracture",
              "observedAt": "2027-04-06T08:30:00-04:00",
              "status": "active"
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {},
        "after": {
          "redFlags": [
            {
              "id": "g1",
              "kind": "weight-loss",
              "observedAt": "2027-04-06T08:30:00-04:00",
              "status": "active"
            }
          ]
        },
        "expect": "fires",
        "urgency": "U"
      }
    ]
  },
  {
    "id": "PC-16",
    "version": 1,
    "status": "draft",
    "role": "primary-care",
    "basis": "net",
    "when": {
      "anyOf": [
        "imaging.resulted"
      ]
    },
    "where": [
      {
        "field": "item.incidentalFinding",
        "op": "eq",
        "value": true
      }
    ],
    "reason": "Imaging of {region} shows something outside the pain question.",
    "ask": {
      "code": "evaluate",
      "text": "Incidental finding.",
      "doBy": {
        "businessDays": 5
      }
    },
    "urgency": "U",
    "due": {
      "businessDays": 2
    },
    "slice": [
      "imaging"
    ],
    "ifNoMember": "assign",
    "source": [
      "C"
    ],
    "examples": [
      {
        "before": {},
        "after": {
          "imaging": [
            {
              "id": "i1",
              "modality": "ct",
              "region": "abdomen",
              "reason": "pain",
              "status": "resulted",
              "incidentalFinding": true
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {},
        "after": {
          "imaging": [
            {
              "id": "i1",
              "modality": "ct",
              "region": "abdomen",
              "reason": "pain",
              "status": "resulted"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "PC-18",
    "version": 1,
    "status": "draft",
    "role": "primary-care",
    "basis": "net",
    "when": {
      "anyOf": [
        "context.anticoagulation-changed"
      ]
    },
    "where": [
      {
        "field": "plan.hasOpenProcedure",
        "op": "eq",
        "value": true
      },
      {
        "field": "change.from",
        "op": "ne",
        "value": "not-recorded"
      }
    ],
    "reason": "A blood thinner or its hold decision changed before a procedure.",
    "ask": {
      "code": "confirm-hold-plan",
      "text": "Who stops what, from when, bridge or not."
    },
    "urgency": "U",
    "due": {
      "businessDays": 1
    },
    "slice": [
      "procedure"
    ],
    "ifNoMember": "assign",
    "source": [
      "S9",
      "C11"
    ],
    "examples": [
      {
        "before": {
          "patientContext": {
            "anticoagulation": {
              "class": "none"
            }
          },
          "procedures": [
            {
              "id": "p1",
              "type": "esi-interlaminar",
              "intent": "therapeutic",
              "status": "scheduled",
              "scheduledAt": "2027-04-26T10:00:00-04:00"
            }
          ]
        },
        "after": {
          "patientContext": {
            "anticoagulation": {
              "class": "doac"
            }
          },
          "procedures": [
            {
              "id": "p1",
              "type": "esi-interlaminar",
              "intent": "therapeutic",
              "status": "scheduled",
              "scheduledAt": "2027-04-26T10:00:00-04:00"
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {
          "procedures": [
            {
              "id": "p1",
              "type": "esi-interlaminar",
              "intent": "therapeutic",
              "status": "scheduled",
              "scheduledAt": "2027-04-26T10:00:00-04:00"
            }
          ]
        },
        "after": {
          "patientContext": {
            "anticoagulation": {
              "class": "none"
            }
          },
          "procedures": [
            {
              "id": "p1",
              "type": "esi-interlaminar",
              "intent": "therapeutic",
              "status": "scheduled",
              "scheduledAt": "2027-04-26T10:00:00-04:00"
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {
          "patientContext": {
            "anticoagulation": {
              "class": "none"
            }
          }
        },
        "after": {
          "patientContext": {
            "anticoagulation": {
              "class": "doac"
            }
          }
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "PC-07",
    "version": 1,
    "status": "draft",
    "role": "primary-care",
    "basis": "net",
    "when": {
      "anyOf": [
        "opioid.started"
      ]
    },
    "reason": "Opioid therapy starts[, goal: {goal}][; monitoring every {days} days].",
    "ask": {
      "code": "acknowledge",
      "text": "A single prescriber; naloxone at home."
    },
    "urgency": "U",
    "due": {
      "businessDays": 1
    },
    "slice": [
      "opioid"
    ],
    "ifNoMember": "assign",
    "source": [
      "S5"
    ],
    "examples": [
      {
        "before": {},
        "after": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "oxycodone"
              },
              "class": "opioid",
              "dose": 10,
              "unit": "mg",
              "status": "active",
              "stewardship": {
                "context": "chronic-non-cancer",
                "mmePerDay": 30,
                "monitoringIntervalDays": 28
              }
            }
          ]
        },
        "expect": "fires",
        "reason": "Opioid therapy starts; monitoring every 28 days."
      },
      {
        "before": {},
        "after": {
          "medications": [
            {
              "id": "m3",
              "ingredient": {
                "display": "ibuprofen"
              },
              "class": "nsaid",
              "status": "active"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "PC-08",
    "version": 1,
    "status": "draft",
    "role": "primary-care",
    "basis": "net",
    "when": {
      "anyOf": [
        "opioid.stewardship-changed",
        "opioid.dose-increased",
        "opioid.dose-reduced",
        "opioid.stopped"
      ]
    },
    "reason": "The opioid plan changed: {opioidState}.",
    "ask": {
      "code": "acknowledge",
      "text": "Keep your record of it in step."
    },
    "urgency": "R",
    "due": {
      "businessDays": 2
    },
    "slice": [
      "opioid"
    ],
    "ifNoMember": "skip",
    "source": [
      "S5"
    ],
    "examples": [
      {
        "before": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "oxycodone"
              },
              "class": "opioid",
              "dose": 10,
              "unit": "mg",
              "status": "active",
              "stewardship": {
                "context": "chronic-non-cancer",
                "mmePerDay": 30,
                "monitoringIntervalDays": 28
              }
            }
          ]
        },
        "after": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "oxycodone"
              },
              "class": "opioid",
              "dose": 10,
              "unit": "mg",
              "status": "active",
              "stewardship": {
                "context": "chronic-non-cancer",
                "mmePerDay": 60,
                "monitoringIntervalDays": 28
              }
            }
          ]
        },
        "expect": "fires",
        "reason": "The opioid plan changed: oxycodone, 60 MME a day."
      },
      {
        "before": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "oxycodone"
              },
              "class": "opioid",
              "dose": 10,
              "unit": "mg",
              "status": "active",
              "stewardship": {
                "context": "chronic-non-cancer",
                "mmePerDay": 30,
                "monitoringIntervalDays": 28
              }
            }
          ]
        },
        "after": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "oxycodone"
              },
              "class": "opioid",
              "dose": 10,
              "unit": "mg",
              "status": "active",
              "stewardship": {
                "context": "chronic-non-cancer",
                "mmePerDay": 30,
                "monitoringIntervalDays": 28
              }
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "PC-09",
    "version": 1,
    "status": "draft",
    "role": "primary-care",
    "basis": "net",
    "when": {
      "anyOf": [
        "opioid.taper-started",
        "opioid.taper-changed"
      ]
    },
    "where": [
      {
        "field": "item.stewardship.context",
        "op": "ne",
        "value": "post-operative"
      }
    ],
    "reason": "Opioid taper[ from {from}][ until {until}].",
    "ask": {
      "code": "monitor",
      "text": "Blood pressure, withdrawal; no other opioid."
    },
    "urgency": "U",
    "due": {
      "businessDays": 1
    },
    "slice": [
      "opioid"
    ],
    "ifNoMember": "assign",
    "source": [
      "S5",
      "C10"
    ],
    "examples": [
      {
        "before": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "oxycodone"
              },
              "class": "opioid",
              "dose": 10,
              "unit": "mg",
              "status": "active",
              "stewardship": {
                "context": "chronic-non-cancer",
                "mmePerDay": 30,
                "monitoringIntervalDays": 28
              }
            }
          ]
        },
        "after": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "oxycodone"
              },
              "class": "opioid",
              "dose": 10,
              "unit": "mg",
              "status": "tapering",
              "stewardship": {
                "context": "chronic-non-cancer",
                "mmePerDay": 30,
                "monitoringIntervalDays": 28,
                "taper": {
                  "state": "running",
                  "steps": [
                    {
                      "date": "2027-04-12",
                      "dose": 8
                    },
                    {
                      "date": "2027-05-10",
                      "dose": 0
                    }
                  ]
                }
              }
            }
          ]
        },
        "expect": "fires",
        "reason": "Opioid taper from 12 April 2027 until 10 May 2027."
      },
      {
        "before": {},
        "after": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "oxycodone"
              },
              "class": "opioid",
              "dose": 10,
              "unit": "mg",
              "status": "tapering",
              "stewardship": {
                "context": "post-operative",
                "mmePerDay": 30,
                "monitoringIntervalDays": 28,
                "taper": {
                  "state": "running",
                  "steps": [
                    {
                      "date": "2027-04-12",
                      "dose": 8
                    },
                    {
                      "date": "2027-05-10",
                      "dose": 0
                    }
                  ]
                }
              }
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "PC-14",
    "version": 2,
    "status": "draft",
    "role": "primary-care",
    "basis": "net",
    "when": {
      "anyOf": [
        "medication.started",
        "medication.switched"
      ]
    },
    "where": [
      {
        "field": "item.class",
        "op": "eq",
        "value": "tca"
      },
      {
        "field": "plan.fallsEasily",
        "op": "eq",
        "value": true
      }
    ],
    "reason": "A medicine that can cause lightheadedness was started[ at the age of {age}].",
    "ask": {
      "code": "monitor",
      "text": "Falls; blood pressure standing up."
    },
    "urgency": "R",
    "due": {
      "businessDays": 2
    },
    "slice": [
      "medication"
    ],
    "ifNoMember": "skip",
    "source": [
      "S5"
    ],
    "examples": [
      {
        "before": {},
        "after": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "nortriptyline"
              },
              "class": "tca",
              "status": "active"
            }
          ],
          "patientContext": {
            "age": 70
          }
        },
        "expect": "fires",
        "reason": "A medicine that can cause lightheadedness was started at the age of 70."
      },
      {
        "before": {},
        "after": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "nortriptyline"
              },
              "class": "tca",
              "status": "active"
            }
          ],
          "patientContext": {
            "age": 40
          }
        },
        "expect": "silent"
      },
      {
        "before": {
          "medications": [
            {
              "id": "m8",
              "ingredient": {
                "display": "duloxetine"
              },
              "class": "snri",
              "status": "active"
            }
          ],
          "patientContext": {
            "age": 70
          }
        },
        "after": {
          "medications": [
            {
              "id": "m8",
              "ingredient": {
                "display": "duloxetine"
              },
              "class": "snri",
              "status": "stopped",
              "stopReason": {
                "kind": "replaced-by",
                "replacedBy": "m9"
              }
            },
            {
              "id": "m9",
              "ingredient": {
                "display": "nortriptyline"
              },
              "class": "tca",
              "status": "active"
            }
          ],
          "patientContext": {
            "age": 70
          }
        },
        "expect": "fires",
        "reason": "A medicine that can cause lightheadedness was started at the age of 70."
      },
      {
        "before": {
          "medications": [
            {
              "id": "m8",
              "ingredient": {
                "display": "nortriptyline"
              },
              "class": "tca",
              "status": "active"
            }
          ],
          "patientContext": {
            "age": 70
          }
        },
        "after": {
          "medications": [
            {
              "id": "m8",
              "ingredient": {
                "display": "nortriptyline"
              },
              "class": "tca",
              "status": "stopped",
              "stopReason": {
                "kind": "replaced-by",
                "replacedBy": "m9"
              }
            },
            {
              "id": "m9",
              "ingredient": {
                "display": "duloxetine"
              },
              "class": "snri",
              "status": "active"
            }
          ],
          "patientContext": {
            "age": 70
          }
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "PC-15",
    "version": 1,
    "status": "draft",
    "role": "primary-care",
    "basis": "net",
    "when": {
      "anyOf": [
        "diagnosis.added",
        "diagnosis.confirmed"
      ]
    },
    "where": [
      {
        "field": "item.group",
        "op": "eq",
        "value": "peripheral-neuropathy"
      }
    ],
    "reason": "Neuropathy: is there a treatable cause?",
    "ask": {
      "code": "evaluate",
      "text": "Glucose, B12, thyroid, alcohol, drugs."
    },
    "urgency": "R",
    "due": {
      "businessDays": 3
    },
    "slice": [
      "medication"
    ],
    "ifNoMember": "skip",
    "source": [
      "C"
    ],
    "toCite": "the work-up of a neuropathy of unknown cause",
    "examples": [
      {
        "before": {},
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "G62.9",
              "group": "peripheral-neuropathy",
              "status": "suspected"
            }
          ]
        },
        "expect": "fires",
        "reason": "Neuropathy: is there a treatable cause?"
      },
      {
        "before": {},
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "M54.17",
              "group": "facet",
              "status": "suspected"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "PC-19",
    "version": 1,
    "status": "draft",
    "role": "primary-care",
    "basis": "net",
    "when": {
      "anyOf": [
        "opioid.taper-started",
        "opioid.taper-changed"
      ]
    },
    "where": [
      {
        "field": "item.stewardship.context",
        "op": "eq",
        "value": "post-operative"
      }
    ],
    "reason": "After surgery: the opioid stops[ on {until}].",
    "ask": {
      "code": "acknowledge",
      "text": "No refill after it."
    },
    "urgency": "R",
    "due": {
      "businessDays": 1
    },
    "slice": [
      "opioid"
    ],
    "ifNoMember": "skip",
    "source": [
      "S10"
    ],
    "examples": [
      {
        "before": {},
        "after": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "oxycodone"
              },
              "class": "opioid",
              "dose": 10,
              "unit": "mg",
              "status": "tapering",
              "stewardship": {
                "context": "post-operative",
                "mmePerDay": 30,
                "monitoringIntervalDays": 28,
                "taper": {
                  "state": "running",
                  "steps": [
                    {
                      "date": "2027-04-12",
                      "dose": 8
                    },
                    {
                      "date": "2027-05-10",
                      "dose": 0
                    }
                  ]
                }
              }
            }
          ]
        },
        "expect": "fires",
        "reason": "After surgery: the opioid stops on 10 May 2027."
      },
      {
        "before": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "oxycodone"
              },
              "class": "opioid",
              "dose": 10,
              "unit": "mg",
              "status": "active",
              "stewardship": {
                "context": "chronic-non-cancer",
                "mmePerDay": 30,
                "monitoringIntervalDays": 28
              }
            }
          ]
        },
        "after": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "oxycodone"
              },
              "class": "opioid",
              "dose": 10,
              "unit": "mg",
              "status": "tapering",
              "stewardship": {
                "context": "chronic-non-cancer",
                "mmePerDay": 30,
                "monitoringIntervalDays": 28,
                "taper": {
                  "state": "running",
                  "steps": [
                    {
                      "date": "2027-04-12",
                      "dose": 8
                    },
                    {
                      "date": "2027-05-10",
                      "dose": 0
                    }
                  ]
                }
              }
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "SP-05",
    "version": 2,
    "status": "draft",
    "role": "spine-surgery",
    "basis": "net",
    "when": {
      "anyOf": [
        "diagnosis.added",
        "diagnosis.confirmed",
        "diagnosis.changed",
        "diagnosis.structural-risk-changed"
      ]
    },
    "where": [
      {
        "field": "item.isNewRisk",
        "op": "eq",
        "value": true
      },
      {
        "field": "item.risk",
        "op": "eq",
        "value": "unstable"
      }
    ],
    "reason": "Structure[ at {region}] may be unstable.",
    "ask": {
      "code": "evaluate",
      "text": "Stabilization."
    },
    "urgency": "U",
    "due": {
      "businessDays": 1
    },
    "dueWhen": [
      {
        "where": [
          {
            "field": "plan.hasNeurologicSign",
            "op": "eq",
            "value": true
          }
        ],
        "due": {
          "sameDay": true
        },
        "urgency": "S"
      }
    ],
    "slice": [
      "surgical"
    ],
    "ifNoMember": "assign",
    "source": [
      "C18"
    ],
    "examples": [
      {
        "before": {},
        "after": {
          "diagnoses": [
            {
              "id": "d4",
              "code": "M84.58XA",
              "group": "cancer-pain",
              "status": "confirmed",
              "structuralRisk": {
                "value": "unstable",
                "region": "T8"
              },
              "level": [
                "T8"
              ]
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {},
        "after": {
          "diagnoses": [
            {
              "id": "d2",
              "code": "C79.51",
              "group": "cancer-pain",
              "status": "confirmed",
              "structuralRisk": {
                "value": "possible",
                "region": "T8"
              }
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "C79.51",
              "group": "cancer-pain",
              "status": "suspected",
              "level": [
                "T8"
              ],
              "structuralRisk": {
                "value": "unstable",
                "region": "T8"
              }
            }
          ]
        },
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "C79.51",
              "group": "cancer-pain",
              "status": "suspected",
              "level": [
                "T9"
              ],
              "structuralRisk": {
                "value": "unstable",
                "region": "T9"
              }
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "C79.51",
              "group": "cancer-pain",
              "status": "suspected",
              "level": [
                "T8"
              ],
              "structuralRisk": {
                "value": "unstable",
                "region": "T8"
              }
            }
          ]
        },
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "C79.51",
              "group": "cancer-pain",
              "status": "suspected",
              "level": [
                "T8"
              ],
              "structuralRisk": {
                "value": "unstable",
                "region": "T8"
              },
              "history": "unknown"
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {
          "redFlags": [
            {
              "id": "g1",
              "kind": "cancer-history-pain",
              "observedAt": "2027-04-06T08:30:00-04:00",
              "region": "T8",
              "neurologicSign": true,
              "status": "active"
            }
          ]
        },
        "after": {
          "redFlags": [
            {
              "id": "g1",
              "kind": "cancer-history-pain",
              "observedAt": "2027-04-06T08:30:00-04:00",
              "region": "T8",
              "neurologicSign": true,
              "status": "active"
            }
          ],
          "diagnoses": [
            {
              "id": "d1",
              "code": "C79.51",
              "group": "cancer-pain",
              "level": [
                "T8"
              ],
              "status": "suspected",
              "structuralRisk": {
                "value": "unstable",
                "region": "T8"
              }
            }
          ]
        },
        "expect": "fires",
        "urgency": "S"
      }
    ]
  },
  {
    "id": "OR-03",
    "version": 1,
    "status": "draft",
    "role": "orthopedics",
    "basis": "net",
    "when": {
      "anyOf": [
        "procedure.done"
      ]
    },
    "where": [
      {
        "field": "item.type",
        "op": "eq",
        "value": "rfa-genicular"
      }
    ],
    "relevance": {
      "within": "P14D",
      "of": "item.doneAt"
    },
    "reason": "{procedure}[ {side}] was done; replacement is deferred.",
    "ask": {
      "code": "acknowledge",
      "text": "For your record."
    },
    "urgency": "R",
    "due": {
      "businessDays": 5
    },
    "slice": [
      "surgical"
    ],
    "ifNoMember": "skip",
    "source": [
      "S6"
    ],
    "examples": [
      {
        "before": {},
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "rfa-genicular",
              "intent": "therapeutic",
              "status": "done",
              "doneAt": "2027-04-06T08:30:00-04:00"
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {},
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "genicular-block",
              "intent": "therapeutic",
              "status": "done",
              "doneAt": "2027-04-06T08:30:00-04:00"
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {},
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "rfa-genicular",
              "intent": "therapeutic",
              "status": "done",
              "doneAt": "2027-03-06T08:30:00-04:00"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "SP-01",
    "version": 1,
    "status": "draft",
    "role": "spine-surgery",
    "basis": "net",
    "when": {
      "anyOf": [
        "stage.escalated"
      ]
    },
    "where": [
      {
        "field": "change.to",
        "op": "eq",
        "value": "surgical-consultation"
      },
      {
        "field": "plan.groups",
        "op": "includes",
        "value": [
          "lumbar-radiculopathy",
          "cervical-radiculopathy",
          "spinal-stenosis",
          "facet",
          "sacroiliac",
          "post-laminectomy",
          "vertebrogenic"
        ]
      }
    ],
    "reason": "A surgical opinion is asked for: {diagnosis}.",
    "ask": {
      "code": "evaluate",
      "text": "Consultation with the packet."
    },
    "urgency": "R",
    "due": {
      "businessDays": 3
    },
    "dueWhen": [
      {
        "where": [
          {
            "field": "plan.hasProgressiveDeficit",
            "op": "eq",
            "value": true
          }
        ],
        "due": {
          "sameDay": true
        },
        "urgency": "S"
      }
    ],
    "slice": [
      "surgical"
    ],
    "ifNoMember": "assign",
    "source": [
      "S7"
    ],
    "examples": [
      {
        "before": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "M54.17",
              "status": "confirmed",
              "group": "lumbar-radiculopathy"
            }
          ]
        },
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "M54.17",
              "status": "confirmed",
              "group": "lumbar-radiculopathy"
            }
          ],
          "stage": {
            "value": "surgical-consultation"
          }
        },
        "expect": "fires",
        "reason": "A surgical opinion is asked for: lumbar radiculopathy."
      },
      {
        "before": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "M54.17",
              "status": "confirmed",
              "group": "knee-oa"
            }
          ]
        },
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "M54.17",
              "status": "confirmed",
              "group": "knee-oa"
            }
          ],
          "stage": {
            "value": "surgical-consultation"
          }
        },
        "expect": "silent"
      },
      {
        "before": {
          "deficits": [
            {
              "id": "f1",
              "kind": "motor",
              "text": "toe",
              "side": "right",
              "progression": "progressive",
              "observedAt": "2027-04-06T08:00:00-04:00"
            }
          ],
          "diagnoses": [
            {
              "id": "d1",
              "code": "M51.17",
              "group": "lumbar-radiculopathy",
              "status": "confirmed"
            }
          ]
        },
        "after": {
          "deficits": [
            {
              "id": "f1",
              "kind": "motor",
              "text": "toe",
              "side": "right",
              "progression": "progressive",
              "observedAt": "2027-04-06T08:00:00-04:00"
            }
          ],
          "diagnoses": [
            {
              "id": "d1",
              "code": "M51.17",
              "group": "lumbar-radiculopathy",
              "status": "confirmed"
            }
          ],
          "stage": {
            "value": "surgical-consultation"
          }
        },
        "expect": "fires",
        "urgency": "S"
      }
    ]
  },
  {
    "id": "SP-02",
    "version": 1,
    "status": "draft",
    "role": "spine-surgery",
    "basis": "net",
    "when": {
      "anyOf": [
        "red-flag.raised"
      ]
    },
    "where": [
      {
        "field": "item.kind",
        "op": "in",
        "value": [
          "cauda-equina",
          "progressive-weakness",
          "cord-compression",
          "neuro-after-neuraxial"
        ]
      },
      {
        "field": "item.onset",
        "op": "eq",
        "value": "new"
      }
    ],
    "reason": "{flag}[ at {level}].",
    "ask": {
      "code": "evaluate",
      "text": "Now; imaging is under way."
    },
    "urgency": "S",
    "due": {
      "sameDay": true
    },
    "dueWhen": [
      {
        "where": [
          {
            "field": "item.urgency",
            "op": "eq",
            "value": "emergency"
          }
        ],
        "due": {
          "hours": 1
        },
        "urgency": "E"
      }
    ],
    "slice": [
      "surgical"
    ],
    "ifNoMember": "assign",
    "source": [
      "S4",
      "S7"
    ],
    "examples": [
      {
        "before": {},
        "after": {
          "redFlags": [
            {
              "id": "g1",
              "kind": "progressive-weakness",
              "observedAt": "2027-04-06T08:30:00-04:00",
              "status": "active",
              "level": [
                "L5-S1"
              ]
            }
          ]
        },
        "expect": "fires",
        "reason": "Progressive weakness at L5-S1."
      },
      {
        "before": {},
        "after": {
          "redFlags": [
            {
              "id": "g1",
              "kind": "weight-loss",
              "observedAt": "2027-04-06T08:30:00-04:00",
              "status": "active"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "SP-03",
    "version": 1,
    "status": "draft",
    "role": "spine-surgery",
    "basis": "net",
    "when": {
      "anyOf": [
        "imaging.resulted"
      ]
    },
    "where": [
      {
        "field": "plan.stage.value",
        "op": "eq",
        "value": "surgical-consultation"
      }
    ],
    "reason": "{modality}[ of {region}] is reported[: {summary}].",
    "ask": {
      "code": "acknowledge",
      "text": "Reply when it changes your opinion."
    },
    "urgency": "R",
    "due": {
      "businessDays": 2
    },
    "slice": [
      "surgical"
    ],
    "ifNoMember": "skip",
    "covers": [
      "AL-05"
    ],
    "source": [
      "S7"
    ],
    "examples": [
      {
        "before": {
          "stage": {
            "value": "surgical-consultation"
          }
        },
        "after": {
          "stage": {
            "value": "surgical-consultation"
          },
          "imaging": [
            {
              "id": "i1",
              "modality": "mri",
              "region": "lumbar spine",
              "reason": "pain",
              "status": "resulted",
              "summary": "herniation"
            }
          ]
        },
        "expect": "fires",
        "reason": "MRI of lumbar spine is reported: herniation."
      },
      {
        "before": {},
        "after": {
          "imaging": [
            {
              "id": "i1",
              "modality": "mri",
              "region": "lumbar spine",
              "reason": "pain",
              "status": "resulted"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "OR-01",
    "version": 1,
    "status": "draft",
    "role": "orthopedics",
    "basis": "net",
    "when": {
      "anyOf": [
        "stage.escalated"
      ]
    },
    "where": [
      {
        "field": "change.to",
        "op": "eq",
        "value": "surgical-consultation"
      },
      {
        "field": "plan.groups",
        "op": "includes",
        "value": [
          "knee-oa",
          "hip-oa",
          "shoulder"
        ]
      }
    ],
    "reason": "A surgical opinion is asked for: {diagnosis}.",
    "ask": {
      "code": "evaluate",
      "text": "Consultation with the packet."
    },
    "urgency": "R",
    "due": {
      "businessDays": 3
    },
    "slice": [
      "surgical"
    ],
    "ifNoMember": "assign",
    "source": [
      "S6",
      "S10"
    ],
    "examples": [
      {
        "before": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "M54.17",
              "status": "confirmed",
              "group": "knee-oa"
            }
          ]
        },
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "M54.17",
              "status": "confirmed",
              "group": "knee-oa"
            }
          ],
          "stage": {
            "value": "surgical-consultation"
          }
        },
        "expect": "fires"
      },
      {
        "before": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "M54.17",
              "status": "confirmed",
              "group": "facet"
            }
          ]
        },
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "M54.17",
              "status": "confirmed",
              "group": "facet"
            }
          ],
          "stage": {
            "value": "surgical-consultation"
          }
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "SP-04",
    "version": 1,
    "status": "draft",
    "role": "spine-surgery",
    "basis": "net",
    "when": {
      "anyOf": [
        "medication.stopped",
        "diagnosis.added"
      ]
    },
    "where": [
      {
        "field": "item.leavesFacialPain",
        "op": "eq",
        "value": true
      }
    ],
    "reason": "Medicines no longer hold this facial pain.",
    "ask": {
      "code": "evaluate",
      "text": "Decompression or a percutaneous procedure?"
    },
    "urgency": "R",
    "due": {
      "businessDays": 3
    },
    "slice": [
      "surgical"
    ],
    "ifNoMember": "assign",
    "source": [
      "S7"
    ],
    "examples": [
      {
        "before": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "G50.0",
              "group": "trigeminal-neuralgia",
              "status": "confirmed"
            }
          ],
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "carbamazepine"
              },
              "class": "anticonvulsant",
              "status": "active"
            }
          ]
        },
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "G50.0",
              "group": "trigeminal-neuralgia",
              "status": "confirmed"
            }
          ],
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "carbamazepine"
              },
              "class": "anticonvulsant",
              "status": "stopped",
              "stopReason": {
                "kind": "ineffective"
              }
            }
          ]
        },
        "expect": "fires",
        "reason": "Medicines no longer hold this facial pain."
      },
      {
        "before": {},
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "G50.0",
              "group": "trigeminal-neuralgia",
              "status": "confirmed"
            }
          ],
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "carbamazepine"
              },
              "class": "anticonvulsant",
              "status": "stopped",
              "stopReason": {
                "kind": "side-effect",
                "effect": "low sodium"
              }
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "G50.0",
              "group": "trigeminal-neuralgia",
              "status": "confirmed"
            }
          ],
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "ibuprofen"
              },
              "class": "nsaid",
              "status": "active"
            }
          ]
        },
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "G50.0",
              "group": "trigeminal-neuralgia",
              "status": "confirmed"
            }
          ],
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "ibuprofen"
              },
              "class": "nsaid",
              "status": "stopped",
              "stopReason": {
                "kind": "ineffective"
              }
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "G50.0",
              "group": "trigeminal-neuralgia",
              "status": "confirmed"
            }
          ],
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "carbamazepine"
              },
              "class": "anticonvulsant",
              "status": "active"
            }
          ]
        },
        "after": {
          "diagnoses": [
            {
              "id": "d1",
              "code": "G50.0",
              "group": "trigeminal-neuralgia",
              "status": "confirmed"
            }
          ],
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "carbamazepine"
              },
              "class": "anticonvulsant",
              "status": "stopped",
              "stopReason": {
                "kind": "completed"
              }
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "OR-02",
    "version": 1,
    "status": "draft",
    "role": "orthopedics",
    "basis": "net",
    "when": {
      "anyOf": [
        "procedure.scheduled",
        "procedure.done",
        "context.planned-surgery-changed"
      ]
    },
    "where": [
      {
        "field": "item.replacementOn",
        "op": "exists"
      }
    ],
    "relevance": {
      "within": "P92D",
      "of": "item.at"
    },
    "reason": "{procedure}[ {side}] on {date}, replacement[ on {surgeryDate}].",
    "ask": {
      "code": "review-safety",
      "text": "Infection interval between the steroid and the replacement; which of the two moves?"
    },
    "urgency": "U",
    "due": {
      "businessDays": 1
    },
    "slice": [
      "surgical"
    ],
    "ifNoMember": "assign",
    "source": [
      "C"
    ],
    "toCite": "infection after joint replacement within three months of a steroid injection into that joint",
    "examples": [
      {
        "before": {
          "patientContext": {
            "plannedSurgery": [
              {
                "id": "s1",
                "region": "left knee",
                "date": "2027-06-14"
              }
            ]
          }
        },
        "after": {
          "patientContext": {
            "plannedSurgery": [
              {
                "id": "s1",
                "region": "left knee",
                "date": "2027-06-14"
              }
            ]
          },
          "procedures": [
            {
              "id": "p1",
              "type": "joint-injection-knee",
              "intent": "therapeutic",
              "side": "left",
              "steroid": {
                "agent": "triamcinolone",
                "mg": 40
              },
              "status": "scheduled",
              "scheduledAt": "2027-04-19T10:00:00-04:00"
            }
          ]
        },
        "expect": "fires",
        "reason": "Knee injection left on 19 April 2027, replacement on 14 June 2027."
      },
      {
        "before": {
          "procedures": [
            {
              "id": "p1",
              "type": "joint-injection-knee",
              "intent": "therapeutic",
              "side": "left",
              "steroid": {
                "agent": "triamcinolone",
                "mg": 40
              },
              "status": "done",
              "doneAt": "2027-03-30T10:00:00-04:00"
            }
          ]
        },
        "after": {
          "patientContext": {
            "plannedSurgery": [
              {
                "id": "s1",
                "region": "left knee",
                "date": "2027-05-03"
              }
            ]
          },
          "procedures": [
            {
              "id": "p1",
              "type": "joint-injection-knee",
              "intent": "therapeutic",
              "side": "left",
              "steroid": {
                "agent": "triamcinolone",
                "mg": 40
              },
              "status": "done",
              "doneAt": "2027-03-30T10:00:00-04:00"
            }
          ]
        },
        "expect": "fires",
        "reason": "Knee injection left on 30 March 2027, replacement on 3 May 2027."
      },
      {
        "before": {
          "patientContext": {
            "plannedSurgery": [
              {
                "id": "s1",
                "region": "right knee",
                "date": "2027-06-14"
              }
            ]
          }
        },
        "after": {
          "patientContext": {
            "plannedSurgery": [
              {
                "id": "s1",
                "region": "right knee",
                "date": "2027-06-14"
              }
            ]
          },
          "procedures": [
            {
              "id": "p1",
              "type": "joint-injection-knee",
              "intent": "therapeutic",
              "side": "left",
              "steroid": {
                "agent": "triamcinolone",
                "mg": 40
              },
              "status": "scheduled",
              "scheduledAt": "2027-04-19T10:00:00-04:00"
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {
          "patientContext": {
            "plannedSurgery": [
              {
                "id": "s1",
                "region": "left knee",
                "date": "2027-09-14"
              }
            ]
          }
        },
        "after": {
          "patientContext": {
            "plannedSurgery": [
              {
                "id": "s1",
                "region": "left knee",
                "date": "2027-09-14"
              }
            ]
          },
          "procedures": [
            {
              "id": "p1",
              "type": "joint-injection-knee",
              "intent": "therapeutic",
              "side": "left",
              "steroid": {
                "agent": "triamcinolone",
                "mg": 40
              },
              "status": "scheduled",
              "scheduledAt": "2027-04-19T10:00:00-04:00"
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {
          "procedures": [
            {
              "id": "p1",
              "type": "joint-injection-knee",
              "intent": "therapeutic",
              "side": "left",
              "steroid": {
                "agent": "triamcinolone",
                "mg": 40
              },
              "status": "done",
              "doneAt": "2027-01-02T10:00:00-05:00"
            }
          ]
        },
        "after": {
          "procedures": [
            {
              "id": "p1",
              "type": "joint-injection-knee",
              "intent": "therapeutic",
              "side": "left",
              "steroid": {
                "agent": "triamcinolone",
                "mg": 40
              },
              "status": "done",
              "doneAt": "2027-01-02T10:00:00-05:00"
            }
          ],
          "patientContext": {
            "plannedSurgery": [
              {
                "id": "s1",
                "region": "left knee",
                "date": "2027-03-20"
              }
            ]
          }
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "TH-01",
    "version": 1,
    "status": "draft",
    "role": "@discipline",
    "basis": "net",
    "when": {
      "anyOf": [
        "rehab.prescribed"
      ]
    },
    "reason": "The pain plan starts {discipline}[ for {diagnosis}][ {side}][ {level}][; first target: {firstTarget}].",
    "ask": {
      "code": "evaluate",
      "text": "Accept, book the first visit, start[ {program}]."
    },
    "urgency": "R",
    "due": {
      "businessDays": 2
    },
    "slice": [
      "rehab"
    ],
    "ifNoMember": "assign",
    "covers": [
      "TH-03",
      "TH-09"
    ],
    "source": [
      "S8"
    ],
    "examples": [
      {
        "before": {},
        "after": {
          "rehab": [
            {
              "id": "r1",
              "discipline": "physical-therapy",
              "status": "active"
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {
          "rehab": [
            {
              "id": "r1",
              "discipline": "physical-therapy",
              "status": "active"
            }
          ]
        },
        "after": {
          "rehab": [
            {
              "id": "r1",
              "discipline": "physical-therapy",
              "status": "completed"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "TH-02",
    "version": 1,
    "status": "draft",
    "role": "@discipline",
    "basis": "net",
    "when": {
      "anyOf": [
        "rehab.dose-changed",
        "rehab.program-changed",
        "rehab.progression-changed"
      ]
    },
    "reason": "The dose of therapy changed from {before} to {after}[: {cause}].",
    "ask": {
      "code": "adjust-program",
      "text": "New dose from the next session; adjust rather than stop."
    },
    "urgency": "R",
    "due": {
      "businessDays": 2
    },
    "slice": [
      "rehab"
    ],
    "ifNoMember": "skip",
    "source": [
      "S8"
    ],
    "examples": [
      {
        "before": {
          "rehab": [
            {
              "id": "r1",
              "discipline": "physical-therapy",
              "status": "active",
              "dose": {
                "sessionsPerWeek": 2,
                "weeks": 6
              }
            }
          ]
        },
        "after": {
          "rehab": [
            {
              "id": "r1",
              "discipline": "physical-therapy",
              "status": "active",
              "dose": {
                "sessionsPerWeek": 3,
                "weeks": 6
              }
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {
          "rehab": [
            {
              "id": "r1",
              "discipline": "physical-therapy",
              "status": "active"
            }
          ]
        },
        "after": {
          "rehab": [
            {
              "id": "r1",
              "discipline": "physical-therapy",
              "status": "active"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "TH-03",
    "version": 1,
    "status": "draft",
    "role": "@discipline",
    "basis": "net",
    "when": {
      "anyOf": [
        "rehab.restriction-added",
        "rehab.restriction-changed"
      ]
    },
    "where": [
      {
        "field": "change.stricter",
        "op": "eq",
        "value": true
      }
    ],
    "reason": "{restriction}[ from {from}] until {until}.",
    "ask": {
      "code": "obey-restriction",
      "text": "Before the next session."
    },
    "urgency": "U",
    "due": {
      "businessDays": 1
    },
    "slice": [
      "rehab"
    ],
    "ifNoMember": "skip",
    "source": [
      "S7"
    ],
    "examples": [
      {
        "before": {
          "rehab": [
            {
              "id": "r1",
              "discipline": "physical-therapy",
              "status": "active"
            }
          ]
        },
        "after": {
          "rehab": [
            {
              "id": "r1",
              "discipline": "physical-therapy",
              "status": "active",
              "restrictions": [
                {
                  "id": "x1",
                  "kind": "no-impact",
                  "from": "2027-04-06",
                  "until": "until-cleared"
                }
              ]
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {
          "rehab": [
            {
              "id": "r1",
              "discipline": "physical-therapy",
              "status": "active",
              "restrictions": [
                {
                  "id": "x1",
                  "kind": "no-impact",
                  "from": "2027-04-06",
                  "until": "until-cleared"
                }
              ]
            }
          ]
        },
        "after": {
          "rehab": [
            {
              "id": "r1",
              "discipline": "physical-therapy",
              "status": "active"
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {
          "rehab": [
            {
              "id": "r1",
              "discipline": "physical-therapy",
              "status": "active",
              "restrictions": [
                {
                  "id": "x1",
                  "kind": "no-impact",
                  "from": "2027-04-06",
                  "until": "2027-05-20"
                }
              ]
            }
          ]
        },
        "after": {
          "rehab": [
            {
              "id": "r1",
              "discipline": "physical-therapy",
              "status": "active",
              "restrictions": [
                {
                  "id": "x1",
                  "kind": "no-impact",
                  "from": "2027-04-06",
                  "until": "2027-05-06"
                }
              ]
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "TH-04",
    "version": 1,
    "status": "draft",
    "role": "@discipline",
    "basis": "net",
    "when": {
      "anyOf": [
        "rehab.held"
      ]
    },
    "reason": "Therapy is on hold[ from {from}][ until {until}].",
    "ask": {
      "code": "hold-therapy",
      "text": "No treatment that the hold names until it ends."
    },
    "urgency": "U",
    "due": {
      "businessDays": 1
    },
    "slice": [
      "rehab"
    ],
    "ifNoMember": "skip",
    "source": [
      "P"
    ],
    "examples": [
      {
        "before": {
          "rehab": [
            {
              "id": "r1",
              "discipline": "physical-therapy",
              "status": "active"
            }
          ]
        },
        "after": {
          "rehab": [
            {
              "id": "r1",
              "discipline": "physical-therapy",
              "status": "active",
              "restrictions": [
                {
                  "id": "x2",
                  "kind": "hold-loading",
                  "region": "T8",
                  "cause": "flare",
                  "from": "2027-04-06",
                  "until": "until-cleared"
                }
              ]
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {
          "rehab": [
            {
              "id": "r1",
              "discipline": "physical-therapy",
              "status": "active"
            }
          ]
        },
        "after": {
          "rehab": [
            {
              "id": "r1",
              "discipline": "physical-therapy",
              "status": "active",
              "restrictions": [
                {
                  "id": "x2",
                  "kind": "no-impact",
                  "from": "2027-04-06",
                  "until": "until-cleared"
                }
              ]
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "TH-05",
    "version": 1,
    "status": "draft",
    "role": "@discipline",
    "basis": "net",
    "when": {
      "anyOf": [
        "rehab.restriction-lifted",
        "rehab.restriction-changed",
        "rehab.resumed"
      ]
    },
    "where": [
      {
        "field": "change.stricter",
        "op": "ne",
        "value": true
      }
    ],
    "reason": "[{restriction} ended; ]the region may be loaded again as the program says.",
    "ask": {
      "code": "resume-loading",
      "text": "Go on as the program says."
    },
    "urgency": "R",
    "due": {
      "businessDays": 2
    },
    "slice": [
      "rehab"
    ],
    "ifNoMember": "skip",
    "source": [
      "S8"
    ],
    "examples": [
      {
        "before": {
          "rehab": [
            {
              "id": "r1",
              "discipline": "physical-therapy",
              "status": "active",
              "restrictions": [
                {
                  "id": "x1",
                  "kind": "no-impact",
                  "from": "2027-04-06",
                  "until": "until-cleared"
                }
              ]
            }
          ]
        },
        "after": {
          "rehab": [
            {
              "id": "r1",
              "discipline": "physical-therapy",
              "status": "active"
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {
          "rehab": [
            {
              "id": "r1",
              "discipline": "physical-therapy",
              "status": "active"
            }
          ]
        },
        "after": {
          "rehab": [
            {
              "id": "r1",
              "discipline": "physical-therapy",
              "status": "active",
              "restrictions": [
                {
                  "id": "x1",
                  "kind": "no-impact",
                  "from": "2027-04-06",
                  "until": "until-cleared"
                }
              ]
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {
          "rehab": [
            {
              "id": "r1",
              "discipline": "physical-therapy",
              "status": "active",
              "restrictions": [
                {
                  "id": "x1",
                  "kind": "no-impact",
                  "from": "2027-04-06",
                  "until": "2027-05-06"
                }
              ]
            }
          ]
        },
        "after": {
          "rehab": [
            {
              "id": "r1",
              "discipline": "physical-therapy",
              "status": "active",
              "restrictions": [
                {
                  "id": "x1",
                  "kind": "no-impact",
                  "from": "2027-04-06",
                  "until": "2027-05-20"
                }
              ]
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "TH-06",
    "version": 1,
    "status": "draft",
    "role": "@discipline",
    "basis": "net",
    "when": {
      "anyOf": [
        "rehab.stopped",
        "rehab.completed"
      ]
    },
    "reason": "This course of therapy ended[: {cause}].",
    "ask": {
      "code": "send-report",
      "text": "Discharge summary.",
      "doBy": {
        "businessDays": 7
      }
    },
    "urgency": "R",
    "due": {
      "businessDays": 2
    },
    "slice": [
      "rehab"
    ],
    "ifNoMember": "skip",
    "source": [
      "P"
    ],
    "examples": [
      {
        "before": {
          "rehab": [
            {
              "id": "r1",
              "discipline": "physical-therapy",
              "status": "active"
            }
          ]
        },
        "after": {
          "rehab": [
            {
              "id": "r1",
              "discipline": "physical-therapy",
              "status": "completed"
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {},
        "after": {
          "rehab": [
            {
              "id": "r1",
              "discipline": "physical-therapy",
              "status": "completed"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "TH-07",
    "version": 1,
    "status": "draft",
    "role": "@discipline",
    "basis": "net",
    "when": {
      "anyOf": [
        "work.status-changed",
        "work.restriction-changed",
        "work.date-moved"
      ]
    },
    "reason": "Duty is {workStatus}[; return date {date}][; limits: {limits}].",
    "ask": {
      "code": "adjust-program",
      "text": "Work conditioning toward the date."
    },
    "urgency": "R",
    "due": {
      "businessDays": 2
    },
    "slice": [
      "work"
    ],
    "ifNoMember": "skip",
    "source": [
      "S10"
    ],
    "examples": [
      {
        "before": {
          "work": {
            "status": "modified"
          }
        },
        "after": {
          "work": {
            "status": "full"
          }
        },
        "expect": "fires"
      },
      {
        "before": {
          "work": {
            "status": "full"
          }
        },
        "after": {
          "work": {
            "status": "full"
          }
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "TH-08",
    "version": 1,
    "status": "draft",
    "role": "@discipline",
    "basis": "net",
    "when": {
      "anyOf": [
        "goal.changed"
      ]
    },
    "reason": "What matters most now: {goal}.",
    "ask": {
      "code": "adjust-program",
      "text": "Re-aim the program."
    },
    "urgency": "R",
    "due": {
      "businessDays": 5
    },
    "slice": [
      "rehab"
    ],
    "ifNoMember": "skip",
    "source": [
      "S2",
      "S13"
    ],
    "examples": [
      {
        "before": {
          "patientContext": {
            "lifeGoal": {
              "text": "golf",
              "targetId": "t1"
            }
          },
          "targets": [
            {
              "id": "t1",
              "kind": "function",
              "measure": "walk-min",
              "baseline": 10,
              "target": 30,
              "status": "open"
            },
            {
              "id": "t2",
              "kind": "function",
              "measure": "walk-min",
              "baseline": 10,
              "target": 30,
              "status": "open"
            }
          ]
        },
        "after": {
          "patientContext": {
            "lifeGoal": {
              "text": "stairs",
              "targetId": "t2"
            }
          },
          "targets": [
            {
              "id": "t1",
              "kind": "function",
              "measure": "walk-min",
              "baseline": 10,
              "target": 30,
              "status": "open"
            },
            {
              "id": "t2",
              "kind": "function",
              "measure": "walk-min",
              "baseline": 10,
              "target": 30,
              "status": "open"
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {
          "patientContext": {
            "lifeGoal": {
              "text": "golf"
            }
          }
        },
        "after": {
          "patientContext": {
            "lifeGoal": {
              "text": "nine holes"
            }
          }
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "TH-09",
    "version": 1,
    "status": "draft",
    "role": "@discipline",
    "basis": "net",
    "when": {
      "anyOf": [
        "target.added",
        "target.changed",
        "target.removed"
      ]
    },
    "where": [
      {
        "field": "item.trainedBy",
        "op": "eq",
        "value": "@member.role"
      }
    ],
    "reason": "Target changed: {measure}[ {baseline} to {target}][ by {by}].",
    "ask": {
      "code": "adjust-program",
      "text": "Align, and measure[ every {weeks} weeks]."
    },
    "urgency": "R",
    "due": {
      "businessDays": 3
    },
    "slice": [
      "rehab"
    ],
    "ifNoMember": "skip",
    "source": [
      "S12"
    ],
    "examples": [
      {
        "before": {},
        "after": {
          "targets": [
            {
              "id": "t1",
              "kind": "function",
              "measure": "walk-min",
              "baseline": 10,
              "target": 30,
              "status": "open",
              "trainedBy": "physical-therapy"
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {},
        "after": {
          "targets": [
            {
              "id": "t1",
              "kind": "function",
              "measure": "walk-min",
              "baseline": 10,
              "target": 30,
              "status": "open"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "TH-10",
    "version": 1,
    "status": "draft",
    "role": "@discipline",
    "basis": "net",
    "when": {
      "anyOf": [
        "medication.started",
        "opioid.started",
        "medication.switched"
      ]
    },
    "where": [
      {
        "field": "item.sedating",
        "op": "eq",
        "value": true
      }
    ],
    "reason": "A medicine that can cause drowsiness or unsteadiness was started[; expect it until {until}].",
    "ask": {
      "code": "monitor",
      "text": "Balance and session time."
    },
    "urgency": "R",
    "due": {
      "businessDays": 3
    },
    "slice": [
      "sedation-notice"
    ],
    "ifNoMember": "skip",
    "source": [
      "S5"
    ],
    "examples": [
      {
        "before": {},
        "after": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "gabapentinoid"
              },
              "class": "gabapentinoid",
              "status": "active"
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {},
        "after": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "topical"
              },
              "class": "topical",
              "status": "active"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "TH-11",
    "version": 1,
    "status": "draft",
    "role": "@discipline",
    "basis": "net",
    "when": {
      "anyOf": [
        "medication.titrated",
        "opioid.dose-increased"
      ]
    },
    "where": [
      {
        "field": "item.sedating",
        "op": "eq",
        "value": true
      },
      {
        "field": "change.percent",
        "op": "gte",
        "value": 50
      }
    ],
    "reason": "The dose of that medicine rose[; expect drowsiness until {until}].",
    "ask": {
      "code": "monitor",
      "text": "Balance and session time."
    },
    "urgency": "R",
    "due": {
      "businessDays": 2
    },
    "slice": [
      "sedation-notice"
    ],
    "ifNoMember": "skip",
    "source": [
      "S5"
    ],
    "examples": [
      {
        "before": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "gabapentinoid"
              },
              "class": "gabapentinoid",
              "status": "active",
              "dose": 300
            }
          ]
        },
        "after": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "gabapentinoid"
              },
              "class": "gabapentinoid",
              "status": "active",
              "dose": 600
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "gabapentinoid"
              },
              "class": "gabapentinoid",
              "status": "active",
              "dose": 300
            }
          ]
        },
        "after": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "gabapentinoid"
              },
              "class": "gabapentinoid",
              "status": "active",
              "dose": 400
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "TH-13",
    "version": 1,
    "status": "draft",
    "role": "@discipline",
    "basis": "net",
    "when": {
      "anyOf": [
        "target.met"
      ]
    },
    "where": [
      {
        "field": "item.trainedBy",
        "op": "eq",
        "value": "@member.role"
      }
    ],
    "reason": "{measure} reached {target}, the target.",
    "ask": {
      "code": "adjust-program",
      "text": "Next target or discharge."
    },
    "urgency": "R",
    "due": {
      "businessDays": 5
    },
    "slice": [
      "rehab"
    ],
    "ifNoMember": "skip",
    "source": [
      "S12"
    ],
    "examples": [
      {
        "before": {
          "targets": [
            {
              "id": "t1",
              "kind": "function",
              "measure": "walk-min",
              "baseline": 10,
              "target": 30,
              "status": "open",
              "trainedBy": "physical-therapy"
            }
          ]
        },
        "after": {
          "targets": [
            {
              "id": "t1",
              "kind": "function",
              "measure": "walk-min",
              "baseline": 10,
              "target": 30,
              "status": "met",
              "trainedBy": "physical-therapy"
            }
          ]
        },
        "expect": "fires"
      },
      {
        "before": {
          "targets": [
            {
              "id": "t1",
              "kind": "function",
              "measure": "walk-min",
              "baseline": 10,
              "target": 30,
              "status": "met"
            }
          ]
        },
        "after": {
          "targets": [
            {
              "id": "t1",
              "kind": "function",
              "measure": "walk-min",
              "baseline": 10,
              "target": 30,
              "status": "met"
            }
          ]
        },
        "expect": "silent"
      },
      {
        "before": {
          "targets": [
            {
              "id": "t1",
              "kind": "sleep",
              "measure": "sleep-h",
              "baseline": 4,
              "target": 7,
              "status": "open",
              "trainedBy": "behavioral-health"
            }
          ]
        },
        "after": {
          "targets": [
            {
              "id": "t1",
              "kind": "sleep",
              "measure": "sleep-h",
              "baseline": 4,
              "target": 7,
              "status": "met",
              "trainedBy": "behavioral-health"
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "TH-12",
    "version": 1,
    "status": "draft",
    "role": "@discipline",
    "basis": "net",
    "when": {
      "anyOf": [
        "opioid.taper-started",
        "opioid.taper-changed"
      ]
    },
    "unless": [
      {
        "field": "item.stewardship.context",
        "op": "eq",
        "value": "post-operative"
      }
    ],
    "reason": "Pain may vary[ until {until}] because of a planned medication change; keep the goals.",
    "ask": {
      "code": "monitor",
      "text": "Hold the goals; report a flare of more than three days."
    },
    "urgency": "U",
    "due": {
      "businessDays": 1
    },
    "slice": [
      "variation-notice"
    ],
    "ifNoMember": "skip",
    "source": [
      "S5",
      "C10"
    ],
    "examples": [
      {
        "before": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "morphine"
              },
              "class": "opioid",
              "status": "active",
              "stewardship": {
                "context": "chronic-non-cancer",
                "mmePerDay": 40,
                "taper": {
                  "state": "none"
                }
              }
            }
          ]
        },
        "after": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "morphine"
              },
              "class": "opioid",
              "status": "active",
              "stewardship": {
                "context": "chronic-non-cancer",
                "mmePerDay": 40,
                "taper": {
                  "state": "running",
                  "steps": [
                    {
                      "date": "2027-05-04",
                      "dose": 20
                    },
                    {
                      "date": "2027-06-01",
                      "dose": 0
                    }
                  ]
                }
              }
            }
          ]
        },
        "expect": "fires",
        "reason": "Pain may vary until 1 June 2027 because of a planned medication change; keep the goals."
      },
      {
        "before": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "morphine"
              },
              "class": "opioid",
              "status": "active",
              "stewardship": {
                "context": "post-operative",
                "mmePerDay": 40,
                "taper": {
                  "state": "none"
                }
              }
            }
          ]
        },
        "after": {
          "medications": [
            {
              "id": "m1",
              "ingredient": {
                "display": "morphine"
              },
              "class": "opioid",
              "status": "active",
              "stewardship": {
                "context": "post-operative",
                "mmePerDay": 40,
                "taper": {
                  "state": "running",
                  "steps": [
                    {
                      "date": "2027-05-04",
                      "dose": 20
                    },
                    {
                      "date": "2027-06-01",
                      "dose": 0
                    }
                  ]
                }
              }
            }
          ]
        },
        "expect": "silent"
      }
    ]
  },
  {
    "id": "TH-14",
    "version": 1,
    "status": "draft",
    "role": "@discipline",
    "basis": "net",
    "when": {
      "anyOf": [
        "context.pregnancy-changed"
      ]
    },
    "where": [
      {
        "field": "item.value",
        "op": "in",
        "value": [
          "yes",
          "possible"
        ]
      }
    ],
    "reason": "Pregnancy status changed; positions, modalities and load need a review.",
    "ask": {
      "code": "rescreen",
      "text": "Before the next session."
    },
    "urgency": "U",
    "due": {
      "businessDays": 1
    },
    "slice": [
      "safety-notice"
    ],
    "ifNoMember": "skip",
    "source": [
      "C"
    ],
    "examples": [
      {
        "before": {
          "patientContext": {
            "pregnancy": "no"
          }
        },
        "after": {
          "patientContext": {
            "pregnancy": "possible"
          }
        },
        "expect": "fires"
      },
      {
        "before": {},
        "after": {
          "patientContext": {
            "pregnancy": "no"
          }
        },
        "expect": "silent"
      }
    ]
  }
];
