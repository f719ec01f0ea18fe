// Made from libs/clinical/pathways by `npm run generate`. Edit the YAML instead.
export const pathwaySource: readonly unknown[] = [
  {
    "group": "acute-back-spasm",
    "name": "Acute back spasm",
    "codes": [
      "M62.830",
      "M54.50"
    ],
    "entry": "A spasm of the back.",
    "stages": [
      {
        "stage": "conservative",
        "items": [
          {
            "kind": "medication",
            "anyOf": [
              "nsaid",
              "acetaminophen"
            ],
            "text": "An anti-inflammatory."
          },
          {
            "kind": "medication",
            "anyOf": [
              "muscle-relaxant"
            ],
            "text": "A muscle relaxant for a short time."
          },
          {
            "kind": "rehab",
            "discipline": "physical-therapy",
            "program": [
              "isometrics",
              "breath-work"
            ],
            "text": "Isometrics and breath work."
          }
        ],
        "nextOptions": [
          "the pathway of radiculopathy, when it becomes radicular"
        ]
      }
    ],
    "roles": [
      "physical-therapy",
      "primary-care"
    ],
    "targets": [
      {
        "kind": "work-goal",
        "measure": "duty-h"
      },
      {
        "kind": "symptom",
        "measure": "nrs",
        "reviewEveryWeeks": 2
      }
    ],
    "expectedCourse": "Two weeks.",
    "checkpoints": [
      {
        "weeks": 2,
        "text": "Settled? If not, look again."
      }
    ],
    "escalateWhen": [
      "It becomes radicular."
    ],
    "notIndicated": [
      {
        "medications": [
          "opioid",
          "benzodiazepine"
        ],
        "why": "a spasm settles without them"
      }
    ],
    "origin": [
      "S2",
      "S5"
    ]
  },
  {
    "group": "athlete-or-heavy-worker",
    "name": "Athlete or heavy worker",
    "codes": [],
    "dutyDemands": [
      "lifting",
      "overhead",
      "running",
      "patient-handling"
    ],
    "entry": "The job or the sport demands more than daily life does.",
    "stages": [
      {
        "stage": "conservative",
        "items": [
          {
            "kind": "rehab",
            "discipline": "physical-therapy",
            "program": [
              "work-conditioning",
              "loaded-carries"
            ],
            "text": "Early reloading toward the job, the sport."
          },
          {
            "kind": "work",
            "text": "A date for return to duty or to play."
          }
        ],
        "nextOptions": [
          "modified duty with a new date"
        ]
      }
    ],
    "roles": [
      "physical-therapy",
      "primary-care"
    ],
    "targets": [
      {
        "kind": "work-goal",
        "measure": "duty-h",
        "trainedBy": "physical-therapy"
      }
    ],
    "expectedCourse": "Load returns step by step toward the date.",
    "escalateWhen": [
      "The date was missed twice."
    ],
    "origin": [
      "S10"
    ]
  },
  {
    "group": "cancer-pain",
    "name": "Cancer pain",
    "codes": [
      "G89.3",
      "C79.51",
      "M84.58X-"
    ],
    "entry": "Bone ache or pain of a nerve that the tumor reaches.",
    "stages": [
      {
        "stage": "conservative",
        "items": [
          {
            "kind": "medication",
            "anyOf": [
              "opioid",
              "acetaminophen",
              "nsaid",
              "gabapentinoid",
              "snri",
              "steroid-taper"
            ],
            "text": "Systemic analgesia with one prescriber named."
          },
          {
            "kind": "referral",
            "role": "oncology",
            "question": "Staging and systemic options; is the structure stable?",
            "text": "Oncology."
          },
          {
            "kind": "referral",
            "role": "radiation-oncology",
            "question": "Palliative radiation?",
            "text": "Radiation for a painful bone."
          },
          {
            "kind": "referral",
            "role": "palliative-care",
            "question": "Comfort, alertness and support.",
            "text": "Palliative care."
          }
        ],
        "nextOptions": [
          "nerve block",
          "radiation",
          "vertebroplasty",
          "intrathecal pump"
        ]
      },
      {
        "stage": "interventional-therapeutic",
        "optional": true,
        "items": [
          {
            "kind": "procedure",
            "anyOf": [
              "peripheral-nerve-block",
              "vertebroplasty"
            ],
            "text": "A nerve block, or vertebroplasty of a painful fracture."
          }
        ],
        "nextOptions": [
          "intrathecal pump, when systemic therapy falters",
          "radiation"
        ]
      },
      {
        "stage": "advanced",
        "items": [
          {
            "kind": "procedure",
            "anyOf": [
              "intrathecal-pump"
            ],
            "text": "Intrathecal pump, when systemic therapy falters."
          }
        ],
        "nextOptions": [
          "a joint review with oncology and palliative care"
        ]
      }
    ],
    "roles": [
      "oncology",
      "radiation-oncology",
      "interventional-radiology",
      "palliative-care",
      "primary-care",
      "pharmacy",
      "physical-therapy",
      "behavioral-health"
    ],
    "targets": [
      {
        "kind": "symptom",
        "measure": "nrs",
        "reviewEveryWeeks": 2
      },
      {
        "kind": "life-goal",
        "measure": "alertness",
        "reviewEveryWeeks": 2
      }
    ],
    "expectedCourse": "Comfort and alertness; looked at every 1 to 2 weeks.",
    "escalateWhen": [
      "At once when a structure or a nerve is at risk."
    ],
    "origin": [
      "S3",
      "S7",
      "P"
    ]
  },
  {
    "group": "cervical-radiculopathy",
    "name": "Cervical radiculopathy",
    "codes": [
      "M54.12",
      "M50.12-"
    ],
    "entry": "Arm pain, numbness or a weak grip; dermatome and MRI agree.",
    "stages": [
      {
        "stage": "conservative",
        "items": [
          {
            "kind": "rehab",
            "discipline": "physical-therapy",
            "program": [
              "traction-informed",
              "postural-correction",
              "nerve-glides"
            ],
            "text": "Traction-informed therapy and posture; time helps."
          },
          {
            "kind": "medication",
            "anyOf": [
              "nsaid",
              "steroid-taper",
              "gabapentinoid",
              "snri",
              "tca"
            ],
            "text": "An anti-inflammatory or a neuropathic agent."
          },
          {
            "kind": "imaging",
            "anyOf": [
              "mri"
            ],
            "text": "MRI of the cervical spine, when it would change what is done."
          }
        ],
        "nextOptions": [
          "cervical epidural steroid injection in experienced hands"
        ]
      },
      {
        "stage": "interventional-therapeutic",
        "items": [
          {
            "kind": "procedure",
            "anyOf": [
              "esi-interlaminar",
              "esi-transforaminal"
            ],
            "text": "Cervical epidural steroid injection in experienced hands."
          }
        ],
        "nextOptions": [
          "surgical consultation"
        ]
      },
      {
        "stage": "surgical-consultation",
        "items": [
          {
            "kind": "referral",
            "role": "spine-surgery",
            "question": "Is decompression the better way?",
            "text": "Surgical consultation."
          }
        ],
        "nextOptions": [
          "decompression, when the surgeon and the patient agree",
          "return to therapy with a changed dose"
        ]
      }
    ],
    "roles": [
      "physical-therapy",
      "imaging",
      "spine-surgery"
    ],
    "targets": [
      {
        "kind": "work-goal",
        "measure": "duty-h"
      },
      {
        "kind": "life-goal",
        "measure": "ndi",
        "trainedBy": "physical-therapy"
      },
      {
        "kind": "symptom",
        "measure": "nrs"
      }
    ],
    "expectedCourse": "Many improve with time.",
    "plateauFloorWeeks": 6,
    "checkpoints": [
      {
        "weeks": 6,
        "text": "Improving? If not, think of the next rung."
      },
      {
        "weeks": 12,
        "text": "Improving? If not, surgical opinion or another working diagnosis."
      }
    ],
    "escalateWhen": [
      "The grip grows weaker.",
      "Six weeks pass without change."
    ],
    "origin": [
      "S7",
      "C"
    ]
  },
  {
    "group": "crps",
    "name": "Complex regional pain syndrome",
    "codes": [
      "G90.5-",
      "G57.7-",
      "G56.4-"
    ],
    "entry": "Touch hurts and the color changes after an injury; a flare that defies simple fixes.",
    "stages": [
      {
        "stage": "conservative",
        "items": [
          {
            "kind": "rehab",
            "discipline": "physical-therapy",
            "program": [
              "desensitization",
              "graded-motor-imagery"
            ],
            "text": "Desensitization and graded motor imagery, early."
          },
          {
            "kind": "medication",
            "anyOf": [
              "gabapentinoid",
              "snri",
              "tca"
            ],
            "text": "A neuropathic agent."
          },
          {
            "kind": "behavioral",
            "anyOf": [
              "cbt",
              "pain-psychology"
            ],
            "text": "Skills early."
          }
        ],
        "nextOptions": [
          "a series of sympathetic blocks with therapy on the same day"
        ]
      },
      {
        "stage": "interventional-diagnostic",
        "optional": true,
        "items": [
          {
            "kind": "procedure",
            "anyOf": [
              "sympathetic-block"
            ],
            "text": "A sympathetic block with therapy on the same day."
          }
        ],
        "nextOptions": [
          "a series of sympathetic blocks with therapy on the same day"
        ]
      },
      {
        "stage": "interventional-therapeutic",
        "items": [
          {
            "kind": "procedure",
            "anyOf": [
              "sympathetic-block"
            ],
            "times": 3,
            "text": "A series of sympathetic blocks with therapy on the same day."
          }
        ],
        "nextOptions": [
          "stimulator trial (dorsal root ganglion for a focal foot or groin) after a pre-implant evaluation"
        ]
      },
      {
        "stage": "advanced",
        "items": [
          {
            "kind": "behavioral",
            "anyOf": [
              "pre-implant-evaluation"
            ],
            "text": "Pre-implant evaluation before the trial."
          },
          {
            "kind": "procedure",
            "anyOf": [
              "drg-trial",
              "scs-trial"
            ],
            "text": "Stimulator trial."
          },
          {
            "kind": "procedure",
            "anyOf": [
              "drg-implant",
              "scs-implant"
            ],
            "text": "Implant, when the trial halved the pain and function is better."
          }
        ],
        "nextOptions": [
          "implant, when the trial halved the pain and function is better"
        ]
      }
    ],
    "roles": [
      "physical-therapy",
      "behavioral-health"
    ],
    "targets": [
      {
        "kind": "life-goal",
        "measure": "walk-min",
        "trainedBy": "physical-therapy"
      },
      {
        "kind": "work-goal",
        "measure": "stand-min",
        "trainedBy": "physical-therapy"
      },
      {
        "kind": "sleep",
        "measure": "sleep-h",
        "trainedBy": "behavioral-health"
      }
    ],
    "expectedCourse": "Early and urgent; the hours after a block are the best time to work.",
    "plateauFloorWeeks": 6,
    "escalateWhen": [
      "The series gave a partial response."
    ],
    "notIndicated": [
      {
        "program": [
          "bracing-short-term"
        ],
        "why": "guarding and immobilization feed it"
      }
    ],
    "origin": [
      "S3",
      "S14"
    ]
  },
  {
    "group": "facet",
    "name": "Facet joint pain",
    "codes": [
      "M47.816",
      "M47.812"
    ],
    "entry": "Axial pain, worse with extension and rotation, better sitting forward; stiff in the morning.",
    "stages": [
      {
        "stage": "conservative",
        "items": [
          {
            "kind": "rehab",
            "discipline": "physical-therapy",
            "program": [
              "core-endurance",
              "hip-hinge",
              "postural-correction"
            ],
            "text": "Therapy for trunk endurance and posture."
          },
          {
            "kind": "medication",
            "anyOf": [
              "nsaid",
              "acetaminophen",
              "topical"
            ],
            "text": "An anti-inflammatory, while it helps movement."
          }
        ],
        "nextOptions": [
          "two separate diagnostic medial branch blocks"
        ]
      },
      {
        "stage": "interventional-diagnostic",
        "items": [
          {
            "kind": "procedure",
            "anyOf": [
              "medial-branch-block"
            ],
            "times": 2,
            "text": "Two separate medial branch blocks, same side and levels, at least 14 days apart."
          }
        ],
        "nextOptions": [
          "radiofrequency ablation of the medial branches, when both blocks are concordant",
          "another generator, when a block is negative"
        ]
      },
      {
        "stage": "interventional-therapeutic",
        "items": [
          {
            "kind": "procedure",
            "anyOf": [
              "rfa-medial-branch"
            ],
            "text": "Radiofrequency ablation of the medial branches."
          },
          {
            "kind": "rehab",
            "discipline": "physical-therapy",
            "program": [
              "core-endurance",
              "loaded-carries"
            ],
            "text": "Use the months of relief for strength."
          }
        ],
        "nextOptions": [
          "repeat ablation inside the relief window",
          "another generator"
        ]
      },
      {
        "stage": "maintenance",
        "items": [],
        "nextOptions": [
          "repeat ablation, when the last one gave at least half relief for six months"
        ]
      }
    ],
    "roles": [
      "physical-therapy"
    ],
    "targets": [
      {
        "kind": "work-goal",
        "measure": "stand-min",
        "trainedBy": "physical-therapy"
      },
      {
        "kind": "life-goal",
        "measure": "walk-min",
        "trainedBy": "physical-therapy"
      },
      {
        "kind": "symptom",
        "measure": "nrs"
      }
    ],
    "expectedCourse": "Relief of 6 to 12 months after ablation.",
    "escalateWhen": [
      "Two concordant blocks.",
      "A negative block points to another generator."
    ],
    "origin": [
      "S6",
      "S7",
      "C12"
    ]
  },
  {
    "group": "fibromyalgia",
    "name": "Fibromyalgia",
    "codes": [
      "M79.7"
    ],
    "entry": "Widespread pain with signs of central sensitization.",
    "stages": [
      {
        "stage": "conservative",
        "items": [
          {
            "kind": "medication",
            "anyOf": [
              "snri",
              "tca"
            ],
            "text": "An SNRI or a low-dose tricyclic."
          },
          {
            "kind": "rehab",
            "discipline": "physical-therapy",
            "program": [
              "graded-aerobic",
              "stretching"
            ],
            "text": "Graded aerobic activity."
          },
          {
            "kind": "behavioral",
            "anyOf": [
              "cbt",
              "sleep"
            ],
            "text": "Cognitive behavioral therapy and consolidated sleep."
          },
          {
            "kind": "lifestyle",
            "anyOf": [
              "pacing",
              "sleep"
            ],
            "text": "Pacing and a sleep rhythm."
          }
        ],
        "nextOptions": [
          "a changed dose of activity",
          "the other medication class",
          "a deeper behavioral program"
        ]
      },
      {
        "stage": "maintenance",
        "items": [
          {
            "kind": "rehab",
            "discipline": "physical-therapy",
            "program": [
              "graded-aerobic"
            ],
            "text": "A program at home."
          }
        ],
        "nextOptions": [
          "a changed dose of activity"
        ]
      }
    ],
    "roles": [
      "physical-therapy",
      "behavioral-health",
      "primary-care"
    ],
    "targets": [
      {
        "kind": "sleep",
        "measure": "sleep-h",
        "trainedBy": "behavioral-health"
      },
      {
        "kind": "life-goal",
        "measure": "walk-min",
        "trainedBy": "physical-therapy"
      },
      {
        "kind": "work-goal",
        "measure": "duty-h"
      }
    ],
    "expectedCourse": "A durable upward drift of function; not the absence of pain.",
    "plateauFloorWeeks": 12,
    "escalateWhen": [
      "By function only; a procedure needs a recorded reason."
    ],
    "notIndicated": [
      {
        "procedures": [
          "trigger-point"
        ],
        "why": "chasing tender points with injections does not treat a sensitized system"
      },
      {
        "medications": [
          "opioid"
        ],
        "why": "opioids do not treat a sensitized system"
      }
    ],
    "origin": [
      "S7",
      "P"
    ]
  },
  {
    "group": "hip-oa",
    "name": "Osteoarthritis of the hip",
    "codes": [
      "M16.1-"
    ],
    "entry": "Walking is limited by the hip.",
    "stages": [
      {
        "stage": "conservative",
        "items": [
          {
            "kind": "medication",
            "anyOf": [
              "snri",
              "nsaid",
              "acetaminophen",
              "topical"
            ],
            "text": "Duloxetine or an anti-inflammatory."
          },
          {
            "kind": "rehab",
            "discipline": "physical-therapy",
            "program": [
              "quad-strengthening",
              "walking-intervals",
              "gait"
            ],
            "text": "Strength and walking intervals."
          },
          {
            "kind": "lifestyle",
            "anyOf": [
              "weight",
              "footwear"
            ],
            "text": "Weight and footwear."
          }
        ],
        "nextOptions": [
          "corticosteroid injection of the hip"
        ]
      },
      {
        "stage": "interventional-therapeutic",
        "items": [
          {
            "kind": "procedure",
            "anyOf": [
              "joint-injection-hip"
            ],
            "text": "Corticosteroid injection of the hip."
          }
        ],
        "nextOptions": [
          "replacement question"
        ]
      },
      {
        "stage": "surgical-consultation",
        "items": [
          {
            "kind": "referral",
            "role": "orthopedics",
            "question": "Is it time for a replacement?",
            "text": "Orthopedic consultation."
          }
        ],
        "nextOptions": [
          "replacement, when the surgeon and the patient agree",
          "return to the program"
        ]
      }
    ],
    "roles": [
      "physical-therapy",
      "orthopedics",
      "primary-care",
      "pharmacy"
    ],
    "targets": [
      {
        "kind": "life-goal",
        "measure": "walk-m",
        "trainedBy": "physical-therapy"
      },
      {
        "kind": "work-goal",
        "measure": "stand-min",
        "trainedBy": "physical-therapy"
      }
    ],
    "expectedCourse": "Two months to function.",
    "escalateWhen": [
      "Injection relief is brief.",
      "Anti-inflammatories are not tolerated."
    ],
    "origin": [
      "S6",
      "S14"
    ]
  },
  {
    "group": "knee-oa",
    "name": "Osteoarthritis of the knee",
    "codes": [
      "M17.1-"
    ],
    "entry": "Walking is limited by the knee.",
    "stages": [
      {
        "stage": "conservative",
        "items": [
          {
            "kind": "medication",
            "anyOf": [
              "snri"
            ],
            "text": "Duloxetine."
          },
          {
            "kind": "medication",
            "anyOf": [
              "topical"
            ],
            "text": "Diclofenac gel."
          },
          {
            "kind": "rehab",
            "discipline": "physical-therapy",
            "program": [
              "quad-strengthening",
              "walking-intervals"
            ],
            "text": "Quadriceps strength and walking intervals."
          },
          {
            "kind": "lifestyle",
            "anyOf": [
              "footwear"
            ],
            "text": "Footwear."
          },
          {
            "kind": "lifestyle",
            "anyOf": [
              "weight"
            ],
            "text": "Weight."
          }
        ],
        "nextOptions": [
          "corticosteroid or hyaluronic acid injection of the knee"
        ]
      },
      {
        "stage": "interventional-therapeutic",
        "optional": true,
        "items": [
          {
            "kind": "procedure",
            "anyOf": [
              "joint-injection-knee",
              "hyaluronic-acid-knee"
            ],
            "text": "Corticosteroid or hyaluronic acid injection of the knee."
          }
        ],
        "nextOptions": [
          "genicular nerve block"
        ]
      },
      {
        "stage": "interventional-diagnostic",
        "items": [
          {
            "kind": "procedure",
            "anyOf": [
              "genicular-block"
            ],
            "text": "Genicular nerve block."
          }
        ],
        "nextOptions": [
          "radiofrequency ablation of the genicular nerves, when the block gave strong relief",
          "replacement question, when it did not"
        ]
      },
      {
        "stage": "interventional-therapeutic",
        "items": [
          {
            "kind": "procedure",
            "anyOf": [
              "rfa-genicular"
            ],
            "text": "Radiofrequency ablation of the genicular nerves after a block with strong relief."
          }
        ],
        "nextOptions": [
          "repeat ablation inside the relief window",
          "replacement question"
        ]
      },
      {
        "stage": "surgical-consultation",
        "items": [
          {
            "kind": "referral",
            "role": "orthopedics",
            "question": "Is it time for a replacement?",
            "text": "Orthopedic consultation."
          }
        ],
        "nextOptions": [
          "replacement, when the surgeon and the patient agree",
          "return to the program"
        ]
      }
    ],
    "roles": [
      "physical-therapy",
      "orthopedics",
      "primary-care",
      "pharmacy"
    ],
    "targets": [
      {
        "kind": "life-goal",
        "measure": "walk-m",
        "trainedBy": "physical-therapy"
      },
      {
        "kind": "work-goal",
        "measure": "stand-min",
        "trainedBy": "physical-therapy"
      },
      {
        "kind": "function",
        "measure": "koos-function",
        "trainedBy": "physical-therapy"
      }
    ],
    "expectedCourse": "Two months to function; 6 to 12 months of relief after ablation.",
    "escalateWhen": [
      "A block gave strong relief.",
      "Anti-inflammatories are not tolerated."
    ],
    "origin": [
      "S6",
      "S14"
    ]
  },
  {
    "group": "lumbar-radiculopathy",
    "name": "Lumbar radiculopathy (sciatica)",
    "codes": [
      "M54.16",
      "M54.17",
      "M51.16",
      "M51.17",
      "M54.3-"
    ],
    "entry": "Leg pain below the knee, worse with cough; a positive nerve tension test.",
    "stages": [
      {
        "stage": "conservative",
        "items": [
          {
            "kind": "rehab",
            "discipline": "physical-therapy",
            "program": [
              "positional-unloading",
              "walking-intervals",
              "core-endurance",
              "hip-hinge"
            ],
            "text": "Unload and find easing positions first; no flexion-loaded lifts early; then core endurance and hip hinge."
          },
          {
            "kind": "medication",
            "anyOf": [
              "nsaid",
              "steroid-taper"
            ],
            "text": "An anti-inflammatory, or a short steroid taper."
          },
          {
            "kind": "medication",
            "anyOf": [
              "gabapentinoid",
              "tca",
              "snri"
            ],
            "text": "A neuropathic agent at night."
          }
        ],
        "nextOptions": [
          "one transforaminal epidural steroid injection at the level that examination and imaging agree on"
        ]
      },
      {
        "stage": "interventional-therapeutic",
        "items": [
          {
            "kind": "imaging",
            "anyOf": [
              "mri"
            ],
            "text": "MRI of the lumbar spine that agrees with the examination."
          },
          {
            "kind": "procedure",
            "anyOf": [
              "esi-transforaminal"
            ],
            "text": "One transforaminal epidural steroid injection."
          }
        ],
        "nextOptions": [
          "surgical consultation"
        ]
      },
      {
        "stage": "surgical-consultation",
        "items": [
          {
            "kind": "referral",
            "role": "spine-surgery",
            "question": "Is decompression the better way?",
            "text": "Surgical consultation."
          }
        ],
        "nextOptions": [
          "decompression, when the surgeon and the patient agree",
          "return to therapy with a changed dose"
        ]
      }
    ],
    "roles": [
      "physical-therapy",
      "imaging",
      "spine-surgery"
    ],
    "targets": [
      {
        "kind": "work-goal",
        "measure": "duty-h"
      },
      {
        "kind": "life-goal",
        "measure": "walk-min",
        "trainedBy": "physical-therapy"
      },
      {
        "kind": "symptom",
        "measure": "nrs"
      }
    ],
    "expectedCourse": "Many improve within 6 to 12 weeks.",
    "plateauFloorWeeks": 6,
    "checkpoints": [
      {
        "weeks": 6,
        "text": "Improving? If not, think of the next rung."
      },
      {
        "weeks": 12,
        "text": "Improving? If not, surgical opinion or another working diagnosis."
      }
    ],
    "escalateWhen": [
      "Weakness appears; growing weakness is a red flag.",
      "The pain will not budge over several weeks."
    ],
    "origin": [
      "S6",
      "S7",
      "S12",
      "S14"
    ]
  },
  {
    "group": "migraine",
    "name": "Migraine",
    "codes": [
      "G43.-"
    ],
    "entry": "The attack pattern.",
    "stages": [
      {
        "stage": "conservative",
        "items": [
          {
            "kind": "medication",
            "anyOf": [
              "triptan",
              "gepant",
              "ditan"
            ],
            "text": "A triptan used correctly; a gepant or ditan where triptans cannot be used."
          },
          {
            "kind": "medication",
            "anyOf": [
              "cgrp-mab",
              "tca",
              "anticonvulsant"
            ],
            "text": "A preventive when days are many."
          },
          {
            "kind": "lifestyle",
            "anyOf": [
              "sleep"
            ],
            "text": "Regular sleep."
          }
        ],
        "nextOptions": [
          "a CGRP antibody to prevent",
          "another preventive class"
        ]
      }
    ],
    "roles": [
      "neurology"
    ],
    "targets": [
      {
        "kind": "symptom",
        "measure": "headache-days"
      },
      {
        "kind": "work-goal",
        "measure": "own"
      }
    ],
    "expectedCourse": "The diary is read monthly; a preventive is judged after 3 months.",
    "plateauFloorWeeks": 12,
    "escalateWhen": [
      "Days in a month are not down by 30 % after 3 months of a preventive."
    ],
    "notIndicated": [
      {
        "medications": [
          "opioid"
        ],
        "why": "opioids make attacks more frequent"
      }
    ],
    "origin": [
      "S5",
      "C"
    ]
  },
  {
    "group": "myofascial-regional",
    "name": "Regional myofascial pain",
    "codes": [
      "M79.18",
      "M62.838"
    ],
    "entry": "A taut band with its referral pattern.",
    "stages": [
      {
        "stage": "conservative",
        "items": [
          {
            "kind": "rehab",
            "discipline": "physical-therapy",
            "program": [
              "stretching",
              "postural-correction"
            ],
            "text": "Stretching and retraining."
          },
          {
            "kind": "lifestyle",
            "anyOf": [
              "ergonomics"
            ],
            "text": "The posture that feeds it."
          }
        ],
        "nextOptions": [
          "trigger point injection with a session within 48 hours"
        ]
      },
      {
        "stage": "interventional-therapeutic",
        "items": [
          {
            "kind": "procedure",
            "anyOf": [
              "trigger-point"
            ],
            "text": "Trigger point injection with a session within 48 hours."
          }
        ],
        "nextOptions": [
          "another working diagnosis, when the same band returns after three sets"
        ]
      }
    ],
    "roles": [
      "physical-therapy"
    ],
    "targets": [
      {
        "kind": "work-goal",
        "measure": "sit-min",
        "trainedBy": "physical-therapy"
      },
      {
        "kind": "symptom",
        "measure": "nrs"
      }
    ],
    "expectedCourse": "A therapy session within 48 hours of each injection.",
    "escalateWhen": [
      "The same band returns after three sets."
    ],
    "origin": [
      "S6",
      "C"
    ]
  },
  {
    "group": "neck-pain-after-crash",
    "name": "Neck pain after a crash",
    "codes": [
      "M54.2"
    ],
    "entry": "Neck pain that stays after a crash.",
    "stages": [
      {
        "stage": "conservative",
        "items": [
          {
            "kind": "rehab",
            "discipline": "physical-therapy",
            "program": [
              "postural-correction",
              "isometrics"
            ],
            "text": "Early movement; no collar."
          },
          {
            "kind": "medication",
            "anyOf": [
              "nsaid",
              "acetaminophen",
              "topical"
            ],
            "text": "Simple analgesia for movement."
          }
        ],
        "nextOptions": [
          "two separate diagnostic medial branch blocks",
          "behavioral care, when distress is high"
        ]
      },
      {
        "stage": "interventional-diagnostic",
        "items": [
          {
            "kind": "procedure",
            "anyOf": [
              "medial-branch-block"
            ],
            "times": 2,
            "text": "Two separate medial branch blocks."
          }
        ],
        "nextOptions": [
          "radiofrequency ablation of the medial branches, when both blocks are concordant"
        ]
      },
      {
        "stage": "interventional-therapeutic",
        "items": [
          {
            "kind": "procedure",
            "anyOf": [
              "rfa-medial-branch"
            ],
            "text": "Radiofrequency ablation of the medial branches."
          }
        ],
        "nextOptions": [
          "repeat ablation inside the relief window"
        ]
      }
    ],
    "roles": [
      "physical-therapy",
      "behavioral-health"
    ],
    "targets": [
      {
        "kind": "work-goal",
        "measure": "duty-h"
      },
      {
        "kind": "life-goal",
        "measure": "ndi",
        "trainedBy": "physical-therapy"
      }
    ],
    "expectedCourse": "Early movement helps; fear of movement slows recovery.",
    "checkpoints": [
      {
        "weeks": 6,
        "text": "Improving? If not: facet joints; distress: behavioral care."
      },
      {
        "weeks": 12,
        "text": "Improving? If not, the facet ladder."
      }
    ],
    "escalateWhen": [
      "Six weeks without change.",
      "Distress is high."
    ],
    "notIndicated": [
      {
        "program": [
          "bracing-short-term"
        ],
        "why": "early movement helps; a collar does not"
      }
    ],
    "origin": [
      "S3",
      "C"
    ]
  },
  {
    "group": "occipital-neuralgia",
    "name": "Occipital neuralgia",
    "codes": [
      "M54.81"
    ],
    "entry": "Stabbing pain of the scalp.",
    "stages": [
      {
        "stage": "conservative",
        "items": [
          {
            "kind": "medication",
            "anyOf": [
              "gabapentinoid",
              "snri",
              "tca",
              "anticonvulsant",
              "nsaid"
            ],
            "text": "Medication brought to its best."
          },
          {
            "kind": "rehab",
            "discipline": "physical-therapy",
            "program": [
              "postural-correction",
              "stretching"
            ],
            "text": "Posture and stretching of the neck."
          }
        ],
        "nextOptions": [
          "occipital nerve block"
        ]
      },
      {
        "stage": "interventional-therapeutic",
        "items": [
          {
            "kind": "procedure",
            "anyOf": [
              "occipital-block"
            ],
            "text": "Occipital nerve block."
          }
        ],
        "nextOptions": [
          "a repeated block, when relief was brief and repeatable",
          "neurology opinion"
        ]
      }
    ],
    "roles": [
      "neurology",
      "physical-therapy"
    ],
    "targets": [
      {
        "kind": "symptom",
        "measure": "headache-days"
      },
      {
        "kind": "work-goal",
        "measure": "own"
      }
    ],
    "expectedCourse": "Looked at again 2 weeks after a block.",
    "escalateWhen": [
      "Relief is brief and repeatable."
    ],
    "origin": [
      "S3",
      "S6",
      "C"
    ]
  },
  {
    "group": "pelvic-pain",
    "name": "Pelvic pain",
    "codes": [
      "R10.20",
      "R10.21",
      "R10.22",
      "R10.23",
      "R10.24",
      "N94.81-",
      "N41.1",
      "N30.1-",
      "G58.8"
    ],
    "entry": "A specialized, sensitive evaluation.",
    "stages": [
      {
        "stage": "conservative",
        "items": [
          {
            "kind": "rehab",
            "discipline": "pelvic-floor-therapy",
            "program": [
              "down-training",
              "breath-work",
              "stretching"
            ],
            "text": "Pelvic floor therapy."
          },
          {
            "kind": "referral",
            "role": "gynecology",
            "question": "Organ causes?",
            "text": "Gynecology or urology."
          },
          {
            "kind": "behavioral",
            "anyOf": [
              "cbt",
              "pain-psychology",
              "sleep"
            ],
            "text": "Support alongside."
          }
        ],
        "nextOptions": [
          "pelvic floor trigger point injection",
          "pudendal nerve block"
        ]
      },
      {
        "stage": "interventional-diagnostic",
        "optional": true,
        "items": [
          {
            "kind": "procedure",
            "anyOf": [
              "pudendal-block"
            ],
            "text": "Pudendal nerve block."
          }
        ],
        "nextOptions": [
          "pelvic floor trigger point injection"
        ]
      },
      {
        "stage": "interventional-therapeutic",
        "items": [
          {
            "kind": "procedure",
            "anyOf": [
              "pelvic-floor-trigger-point",
              "pudendal-block"
            ],
            "text": "Pelvic floor trigger point injection or pudendal nerve block."
          }
        ],
        "nextOptions": [
          "a joint review with gynecology and urology"
        ]
      }
    ],
    "roles": [
      "pelvic-floor-therapy",
      "gynecology",
      "urology",
      "behavioral-health"
    ],
    "targets": [
      {
        "kind": "life-goal",
        "measure": "sit-min",
        "trainedBy": "pelvic-floor-therapy"
      },
      {
        "kind": "symptom",
        "measure": "nih-cpsi",
        "trainedBy": "pelvic-floor-therapy"
      }
    ],
    "expectedCourse": "Trust first; slow steps.",
    "plateauFloorWeeks": 8,
    "escalateWhen": [
      "Pelvic function stops improving."
    ],
    "origin": [
      "S10",
      "P",
      "C24"
    ]
  },
  {
    "group": "peripheral-neuropathy",
    "name": "Peripheral neuropathy",
    "codes": [
      "G62.9",
      "E11.42"
    ],
    "entry": "Burning, the feeling of sandpaper socks.",
    "stages": [
      {
        "stage": "conservative",
        "items": [
          {
            "kind": "referral",
            "role": "primary-care",
            "question": "What causes the neuropathy?",
            "text": "Work-up of the cause."
          },
          {
            "kind": "medication",
            "anyOf": [
              "gabapentinoid",
              "snri",
              "tca"
            ],
            "text": "One neuropathic agent titrated over weeks."
          },
          {
            "kind": "medication",
            "anyOf": [
              "topical"
            ],
            "text": "Lidocaine or a compounded topical."
          },
          {
            "kind": "rehab",
            "discipline": "physical-therapy",
            "program": [
              "gait",
              "walking-intervals"
            ],
            "text": "Gait and balance."
          }
        ],
        "nextOptions": [
          "another class of neuropathic agent",
          "peripheral nerve block"
        ]
      },
      {
        "stage": "interventional-therapeutic",
        "items": [
          {
            "kind": "procedure",
            "anyOf": [
              "peripheral-nerve-block"
            ],
            "text": "A nerve block for focal pain."
          }
        ],
        "nextOptions": [
          "stimulation after a pre-implant evaluation"
        ]
      },
      {
        "stage": "advanced",
        "items": [
          {
            "kind": "behavioral",
            "anyOf": [
              "pre-implant-evaluation"
            ],
            "text": "Pre-implant evaluation before the trial."
          },
          {
            "kind": "procedure",
            "anyOf": [
              "scs-trial",
              "drg-trial"
            ],
            "text": "Stimulator trial."
          },
          {
            "kind": "procedure",
            "anyOf": [
              "scs-implant",
              "drg-implant"
            ],
            "text": "Implant, when the trial halved the pain and function is better."
          }
        ],
        "nextOptions": [
          "implant, when the trial halved the pain and function is better"
        ]
      }
    ],
    "roles": [
      "primary-care",
      "neurology",
      "physical-therapy"
    ],
    "targets": [
      {
        "kind": "sleep",
        "measure": "sleep-h"
      },
      {
        "kind": "life-goal",
        "measure": "walk-m",
        "trainedBy": "physical-therapy"
      },
      {
        "kind": "work-goal",
        "measure": "stand-min",
        "trainedBy": "physical-therapy"
      }
    ],
    "expectedCourse": "Success is to sleep through and walk further; the numbness may stay.",
    "escalateWhen": [
      "No gain in function 4 weeks after the target dose."
    ],
    "origin": [
      "S2",
      "S5",
      "S12",
      "P"
    ]
  },
  {
    "group": "post-herpetic-neuralgia",
    "name": "Post-herpetic neuralgia",
    "codes": [
      "B02.22",
      "B02.23",
      "B02.29"
    ],
    "entry": "Pain that stays after shingles.",
    "stages": [
      {
        "stage": "conservative",
        "items": [
          {
            "kind": "medication",
            "anyOf": [
              "topical"
            ],
            "text": "A patch on the painful field."
          },
          {
            "kind": "medication",
            "anyOf": [
              "gabapentinoid",
              "snri",
              "tca"
            ],
            "text": "One neuropathic agent titrated over weeks."
          }
        ],
        "nextOptions": [
          "another class of neuropathic agent",
          "regional nerve block"
        ]
      },
      {
        "stage": "interventional-therapeutic",
        "items": [
          {
            "kind": "procedure",
            "anyOf": [
              "peripheral-nerve-block"
            ],
            "text": "Regional nerve block."
          }
        ],
        "nextOptions": [
          "stimulation after a pre-implant evaluation"
        ]
      }
    ],
    "roles": [
      "primary-care",
      "neurology"
    ],
    "targets": [
      {
        "kind": "sleep",
        "measure": "sleep-h"
      },
      {
        "kind": "symptom",
        "measure": "nrs"
      },
      {
        "kind": "life-goal",
        "measure": "own"
      }
    ],
    "expectedCourse": "Judged some weeks after each step of the dose.",
    "escalateWhen": [
      "No gain in function 4 weeks after the target dose."
    ],
    "origin": [
      "S3",
      "S5",
      "S7"
    ]
  },
  {
    "group": "post-laminectomy",
    "name": "Pain after spine surgery",
    "codes": [
      "M96.1"
    ],
    "entry": "Pain that never settled after spine surgery.",
    "stages": [
      {
        "stage": "conservative",
        "items": [
          {
            "kind": "rehab",
            "discipline": "physical-therapy",
            "program": [
              "graded-aerobic",
              "core-endurance",
              "walking-intervals"
            ],
            "text": "Graded activity and trunk endurance."
          },
          {
            "kind": "medication",
            "anyOf": [
              "gabapentinoid",
              "snri",
              "tca"
            ],
            "text": "A neuropathic agent titrated over weeks."
          },
          {
            "kind": "behavioral",
            "anyOf": [
              "cbt",
              "pain-psychology"
            ],
            "text": "Cognitive behavioral therapy alongside."
          }
        ],
        "nextOptions": [
          "epidural steroid injection or diagnostic blocks"
        ]
      },
      {
        "stage": "interventional-diagnostic",
        "optional": true,
        "items": [
          {
            "kind": "procedure",
            "anyOf": [
              "medial-branch-block",
              "si-joint-injection"
            ],
            "text": "A block that asks which structure hurts now."
          }
        ],
        "nextOptions": [
          "epidural steroid injection or the treatment the block points to"
        ]
      },
      {
        "stage": "interventional-therapeutic",
        "items": [
          {
            "kind": "procedure",
            "anyOf": [
              "esi-caudal",
              "esi-interlaminar",
              "esi-transforaminal",
              "rfa-medial-branch"
            ],
            "text": "Epidural steroid injection or ablation."
          }
        ],
        "nextOptions": [
          "spinal cord stimulator trial after a pre-implant evaluation"
        ]
      },
      {
        "stage": "advanced",
        "items": [
          {
            "kind": "behavioral",
            "anyOf": [
              "pre-implant-evaluation"
            ],
            "text": "Pre-implant evaluation before the trial."
          },
          {
            "kind": "procedure",
            "anyOf": [
              "scs-trial"
            ],
            "text": "Spinal cord stimulator trial, 3 to 7 days."
          },
          {
            "kind": "procedure",
            "anyOf": [
              "scs-implant"
            ],
            "text": "Implant, when the trial halved the pain and function is better."
          }
        ],
        "nextOptions": [
          "implant, when the trial halved the pain and function is better",
          "surgical opinion"
        ]
      }
    ],
    "roles": [
      "physical-therapy",
      "behavioral-health",
      "spine-surgery"
    ],
    "targets": [
      {
        "kind": "work-goal",
        "measure": "sit-min",
        "trainedBy": "physical-therapy"
      },
      {
        "kind": "life-goal",
        "measure": "walk-min",
        "trainedBy": "physical-therapy"
      },
      {
        "kind": "sleep",
        "measure": "sleep-h",
        "trainedBy": "behavioral-health"
      }
    ],
    "expectedCourse": "Function first; a stimulator trial takes 3 to 7 days.",
    "plateauFloorWeeks": 6,
    "escalateWhen": [
      "Refractory pain.",
      "Function is not better after the therapeutic stage."
    ],
    "origin": [
      "S3",
      "S6",
      "C20"
    ]
  },
  {
    "group": "post-operative",
    "name": "Pain after surgery",
    "codes": [
      "G89.18",
      "G89.28"
    ],
    "entry": "Pain that goes on beyond the usual window after surgery.",
    "stages": [
      {
        "stage": "conservative",
        "items": [
          {
            "kind": "medication",
            "anyOf": [
              "acetaminophen",
              "nsaid",
              "gabapentinoid",
              "topical"
            ],
            "text": "Several non-opioid medicines together."
          },
          {
            "kind": "rehab",
            "discipline": "physical-therapy",
            "program": [
              "gait",
              "isometrics"
            ],
            "text": "Early movement."
          }
        ],
        "nextOptions": [
          "local anesthetic or nerve block",
          "a taper by date"
        ]
      },
      {
        "stage": "interventional-therapeutic",
        "items": [
          {
            "kind": "procedure",
            "anyOf": [
              "peripheral-nerve-block"
            ],
            "text": "Local anesthetic or nerve block."
          }
        ],
        "nextOptions": [
          "the surgeon looks again"
        ]
      }
    ],
    "roles": [
      "pharmacy",
      "primary-care",
      "physical-therapy"
    ],
    "targets": [
      {
        "kind": "symptom",
        "measure": "nrs",
        "reviewEveryWeeks": 2
      },
      {
        "kind": "work-goal",
        "measure": "duty-h"
      }
    ],
    "expectedCourse": "Steps of the taper by date; looked at again at 30 days.",
    "checkpoints": [
      {
        "weeks": 4,
        "text": "Opioids still needed? Then think again."
      }
    ],
    "escalateWhen": [
      "Opioids are still needed after 30 days."
    ],
    "origin": [
      "S2",
      "S10",
      "C9"
    ]
  },
  {
    "group": "sacroiliac",
    "name": "Sacroiliac joint pain",
    "codes": [
      "M53.3",
      "M46.1"
    ],
    "entry": "After a fall, a pregnancy or an altered gait; pain with long sitting and on getting up.",
    "stages": [
      {
        "stage": "conservative",
        "items": [
          {
            "kind": "rehab",
            "discipline": "physical-therapy",
            "program": [
              "hip-hinge",
              "bracing-short-term",
              "gait"
            ],
            "text": "Hip hinge, gait, a brace for a short time."
          }
        ],
        "nextOptions": [
          "image-guided sacroiliac joint injection"
        ]
      },
      {
        "stage": "interventional-therapeutic",
        "items": [
          {
            "kind": "procedure",
            "anyOf": [
              "si-joint-injection"
            ],
            "text": "Image-guided sacroiliac joint injection."
          }
        ],
        "nextOptions": [
          "radiofrequency ablation of the lateral branches, when relief was significant yet brief",
          "another generator"
        ]
      },
      {
        "stage": "advanced",
        "items": [
          {
            "kind": "procedure",
            "anyOf": [
              "rfa-lateral-branch"
            ],
            "text": "Radiofrequency ablation of the lateral branches."
          }
        ],
        "nextOptions": [
          "repeat ablation inside the relief window"
        ]
      }
    ],
    "roles": [
      "physical-therapy"
    ],
    "targets": [
      {
        "kind": "work-goal",
        "measure": "sit-min",
        "trainedBy": "physical-therapy"
      },
      {
        "kind": "life-goal",
        "measure": "walk-min",
        "trainedBy": "physical-therapy"
      }
    ],
    "expectedCourse": "Looked at again 2 weeks after an injection.",
    "escalateWhen": [
      "Relief was significant yet brief."
    ],
    "origin": [
      "S6",
      "S7",
      "S10",
      "P"
    ]
  },
  {
    "group": "shoulder",
    "name": "Shoulder impingement or partial cuff tear",
    "codes": [
      "M75.4-",
      "M75.1-"
    ],
    "entry": "Impingement or a partial tear of the cuff.",
    "stages": [
      {
        "stage": "conservative",
        "items": [
          {
            "kind": "rehab",
            "discipline": "physical-therapy",
            "program": [
              "scapular-stabilization",
              "rotator-cuff",
              "posterior-capsule"
            ],
            "text": "Scapular and cuff program."
          },
          {
            "kind": "medication",
            "anyOf": [
              "nsaid",
              "topical",
              "acetaminophen"
            ],
            "text": "An anti-inflammatory while it helps training."
          }
        ],
        "nextOptions": [
          "subacromial or glenohumeral injection"
        ]
      },
      {
        "stage": "interventional-therapeutic",
        "items": [
          {
            "kind": "procedure",
            "anyOf": [
              "joint-injection-shoulder"
            ],
            "text": "Subacromial or glenohumeral injection."
          }
        ],
        "nextOptions": [
          "surgical consultation"
        ]
      },
      {
        "stage": "surgical-consultation",
        "items": [
          {
            "kind": "imaging",
            "anyOf": [
              "mri",
              "ultrasound"
            ],
            "text": "Imaging of the cuff."
          },
          {
            "kind": "referral",
            "role": "orthopedics",
            "question": "Does the cuff need repair?",
            "text": "Orthopedic consultation."
          }
        ],
        "nextOptions": [
          "repair, when the surgeon and the patient agree",
          "return to the program"
        ]
      }
    ],
    "roles": [
      "physical-therapy",
      "orthopedics"
    ],
    "targets": [
      {
        "kind": "work-goal",
        "measure": "duty-h",
        "trainedBy": "physical-therapy"
      },
      {
        "kind": "life-goal",
        "measure": "spadi",
        "trainedBy": "physical-therapy"
      }
    ],
    "expectedCourse": "The patient stays on the job; strength is judged at 6 to 12 weeks.",
    "plateauFloorWeeks": 6,
    "escalateWhen": [
      "No gain in strength at 6 to 12 weeks."
    ],
    "origin": [
      "S8",
      "S10",
      "C"
    ]
  },
  {
    "group": "spinal-stenosis",
    "name": "Spinal stenosis",
    "codes": [
      "M48.061",
      "M48.062"
    ],
    "entry": "Leg symptoms that limit walking.",
    "stages": [
      {
        "stage": "conservative",
        "items": [
          {
            "kind": "rehab",
            "discipline": "physical-therapy",
            "program": [
              "walking-intervals",
              "core-endurance"
            ],
            "text": "A walking program in flexion."
          },
          {
            "kind": "medication",
            "anyOf": [
              "nsaid",
              "acetaminophen",
              "gabapentinoid",
              "snri"
            ],
            "text": "Medication that makes walking possible."
          }
        ],
        "nextOptions": [
          "interlaminar or caudal epidural steroid injection"
        ]
      },
      {
        "stage": "interventional-therapeutic",
        "items": [
          {
            "kind": "imaging",
            "anyOf": [
              "mri",
              "ct"
            ],
            "text": "Imaging of the lumbar spine that agrees with the examination."
          },
          {
            "kind": "procedure",
            "anyOf": [
              "esi-interlaminar",
              "esi-caudal"
            ],
            "text": "Interlaminar or caudal epidural steroid injection."
          }
        ],
        "nextOptions": [
          "surgical consultation",
          "minimally invasive decompression, for some"
        ]
      },
      {
        "stage": "surgical-consultation",
        "items": [
          {
            "kind": "referral",
            "role": "spine-surgery",
            "question": "Decompression, and which kind?",
            "text": "Surgical consultation; minimally invasive decompression for some."
          }
        ],
        "nextOptions": [
          "decompression, when the surgeon and the patient agree",
          "return to the walking program"
        ]
      }
    ],
    "roles": [
      "physical-therapy",
      "spine-surgery",
      "primary-care"
    ],
    "targets": [
      {
        "kind": "work-goal",
        "measure": "stand-min",
        "trainedBy": "physical-therapy"
      },
      {
        "kind": "life-goal",
        "measure": "walk-m",
        "trainedBy": "physical-therapy"
      }
    ],
    "expectedCourse": "A slower arc; the aim is a walking distance that can be relied on.",
    "plateauFloorWeeks": 8,
    "escalateWhen": [
      "Walking distance falls by the worthwhile change at two reviews."
    ],
    "origin": [
      "S6",
      "S12",
      "S15",
      "P"
    ]
  },
  {
    "group": "trigeminal-neuralgia",
    "name": "Trigeminal neuralgia",
    "codes": [
      "G50.0"
    ],
    "entry": "Lancinating pain of the face.",
    "stages": [
      {
        "stage": "conservative",
        "items": [
          {
            "kind": "medication",
            "anyOf": [
              "anticonvulsant"
            ],
            "text": "Carbamazepine, with blood count and sodium watched."
          },
          {
            "kind": "imaging",
            "anyOf": [
              "mri"
            ],
            "text": "MRI of the nerve."
          },
          {
            "kind": "referral",
            "role": "neurology",
            "question": "Diagnosis confirmed, drug and dose right?",
            "text": "Neurology opinion."
          }
        ],
        "nextOptions": [
          "percutaneous procedure on the ganglion",
          "microvascular decompression"
        ]
      },
      {
        "stage": "surgical-consultation",
        "items": [
          {
            "kind": "referral",
            "role": "spine-surgery",
            "question": "Percutaneous procedure or microvascular decompression?",
            "text": "Neurosurgical opinion."
          }
        ],
        "nextOptions": [
          "percutaneous procedure on the ganglion",
          "microvascular decompression"
        ]
      }
    ],
    "roles": [
      "neurology",
      "spine-surgery",
      "pharmacy"
    ],
    "targets": [
      {
        "kind": "symptom",
        "measure": "nrs"
      },
      {
        "kind": "life-goal",
        "measure": "own"
      }
    ],
    "expectedCourse": "Titration is checked weekly.",
    "escalateWhen": [
      "The drug fails.",
      "Side effects are intolerable."
    ],
    "origin": [
      "S7",
      "C21"
    ]
  },
  {
    "group": "vertebrogenic",
    "name": "Vertebrogenic back pain",
    "codes": [
      "M54.51"
    ],
    "entry": "Axial pain with endplate changes on MRI.",
    "stages": [
      {
        "stage": "conservative",
        "items": [
          {
            "kind": "rehab",
            "discipline": "physical-therapy",
            "program": [
              "core-endurance",
              "hip-hinge",
              "walking-intervals"
            ],
            "text": "Therapy for at least half a year."
          },
          {
            "kind": "imaging",
            "anyOf": [
              "mri"
            ],
            "text": "MRI that shows the endplates."
          }
        ],
        "nextOptions": [
          "basivertebral nerve ablation in selected patients"
        ]
      },
      {
        "stage": "interventional-therapeutic",
        "items": [
          {
            "kind": "procedure",
            "anyOf": [
              "basivertebral-ablation"
            ],
            "text": "Basivertebral nerve ablation in selected patients."
          }
        ],
        "nextOptions": [
          "surgical consultation",
          "another generator"
        ]
      }
    ],
    "roles": [
      "physical-therapy",
      "imaging",
      "spine-surgery"
    ],
    "targets": [
      {
        "kind": "work-goal",
        "measure": "sit-min",
        "trainedBy": "physical-therapy"
      },
      {
        "kind": "life-goal",
        "measure": "odi"
      }
    ],
    "expectedCourse": "Looked at again after 3 months.",
    "escalateWhen": [
      "Six months of conservative care did not restore function."
    ],
    "origin": [
      "S15",
      "C"
    ]
  },
  {
    "group": "whiplash",
    "name": "Whiplash",
    "codes": [
      "S13.4XXA"
    ],
    "entry": "Neck pain that stays after a crash.",
    "stages": [
      {
        "stage": "conservative",
        "items": [
          {
            "kind": "rehab",
            "discipline": "physical-therapy",
            "program": [
              "postural-correction",
              "isometrics"
            ],
            "text": "Early movement; no collar."
          },
          {
            "kind": "medication",
            "anyOf": [
              "nsaid",
              "acetaminophen",
              "topical"
            ],
            "text": "Simple analgesia for movement."
          }
        ],
        "nextOptions": [
          "two separate diagnostic medial branch blocks",
          "behavioral care, when distress is high"
        ]
      },
      {
        "stage": "interventional-diagnostic",
        "items": [
          {
            "kind": "procedure",
            "anyOf": [
              "medial-branch-block"
            ],
            "times": 2,
            "text": "Two separate medial branch blocks."
          }
        ],
        "nextOptions": [
          "radiofrequency ablation of the medial branches, when both blocks are concordant"
        ]
      },
      {
        "stage": "interventional-therapeutic",
        "items": [
          {
            "kind": "procedure",
            "anyOf": [
              "rfa-medial-branch"
            ],
            "text": "Radiofrequency ablation of the medial branches."
          }
        ],
        "nextOptions": [
          "repeat ablation inside the relief window"
        ]
      }
    ],
    "roles": [
      "physical-therapy",
      "behavioral-health"
    ],
    "targets": [
      {
        "kind": "work-goal",
        "measure": "duty-h"
      },
      {
        "kind": "life-goal",
        "measure": "ndi",
        "trainedBy": "physical-therapy"
      }
    ],
    "expectedCourse": "Early movement helps; fear of movement slows recovery.",
    "checkpoints": [
      {
        "weeks": 6,
        "text": "Improving? If not: facet joints; distress: behavioral care."
      },
      {
        "weeks": 12,
        "text": "Improving? If not, the facet ladder."
      }
    ],
    "escalateWhen": [
      "Six weeks without change.",
      "Distress is high."
    ],
    "notIndicated": [
      {
        "program": [
          "bracing-short-term"
        ],
        "why": "early movement helps; a collar does not"
      }
    ],
    "origin": [
      "S3",
      "C"
    ]
  },
  {
    "group": "widespread-myofascial",
    "name": "Widespread myofascial pain",
    "codes": [
      "M79.18"
    ],
    "entry": "Tenderness in many regions with signs of central sensitization.",
    "stages": [
      {
        "stage": "conservative",
        "items": [
          {
            "kind": "medication",
            "anyOf": [
              "snri",
              "tca"
            ],
            "text": "An SNRI or a low-dose tricyclic."
          },
          {
            "kind": "rehab",
            "discipline": "physical-therapy",
            "program": [
              "graded-aerobic",
              "stretching"
            ],
            "text": "Graded aerobic activity."
          },
          {
            "kind": "behavioral",
            "anyOf": [
              "cbt",
              "sleep"
            ],
            "text": "Cognitive behavioral therapy and consolidated sleep."
          },
          {
            "kind": "lifestyle",
            "anyOf": [
              "pacing",
              "sleep"
            ],
            "text": "Pacing and a sleep rhythm."
          }
        ],
        "nextOptions": [
          "a changed dose of activity",
          "the other medication class",
          "a deeper behavioral program"
        ]
      }
    ],
    "roles": [
      "physical-therapy",
      "behavioral-health",
      "primary-care"
    ],
    "targets": [
      {
        "kind": "sleep",
        "measure": "sleep-h",
        "trainedBy": "behavioral-health"
      },
      {
        "kind": "life-goal",
        "measure": "walk-min",
        "trainedBy": "physical-therapy"
      },
      {
        "kind": "work-goal",
        "measure": "duty-h"
      }
    ],
    "expectedCourse": "A durable upward drift of function; not the absence of pain.",
    "plateauFloorWeeks": 12,
    "escalateWhen": [
      "By function only; a procedure needs a recorded reason."
    ],
    "notIndicated": [
      {
        "procedures": [
          "trigger-point"
        ],
        "why": "widespread tenderness alone is no reason for injections"
      }
    ],
    "origin": [
      "S7",
      "P"
    ]
  }
];
