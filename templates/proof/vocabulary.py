"""Words of the trade and of the map: capitalised or unknown to a dictionary, and right all the same."""

from templates.proof.folding import wordset

_MONTHS_AND_DAYS = """
january february march april may june july august september october november december monday tuesday wednesday
thursday friday saturday sunday easter christmas ramadan diwali
"""

_PLACES = """
africa african america american americas amsterdam ankara arabic asia asian athens atlanta auckland austin
australia australian austria austrian baltic barcelona basel bavaria beijing belfast belgian belgium bengali
berlin bern birmingham bonn boston brazil brazilian bremen bristol britain british brooklyn brussels bucharest
budapest bulgaria california cambridge canada canadian chelsea chennai chicago china chinese cologne
copenhagen cork croatia czech dallas danish delhi denmark denver detroit dresden dubai dublin dutch edinburgh
egypt england english essen estonia europe european finland finnish florence florida france frankfurt french
galway geneva georgia german germany ghana ghent glasgow gothenburg greece greek hague hamburg hanover havana
hawaii hebrew helsinki hindi holland houston hungarian hungary iceland india indian indiana ireland irish
israel istanbul italian italy jakarta japan japanese jordan kent kenya kiel korea korean krakow kyiv lagos
lancaster latvia leeds leipzig lima lincoln linz lisbon lithuania liverpool london luxembourg lyon madison
madrid malaysia malta manchester mandarin melbourne mexico milan montreal moscow mumbai munich nairobi naples
netherlands nigeria nordic norway norwegian nuremberg oakland oregon orlando oslo oxford paris philadelphia
phoenix poland polish porto portland portugal portuguese prague quebec riga rome romania rotterdam russian
salzburg scotland scottish seattle seoul serbia shanghai sheffield singapore slovakia slovenia sofia spain
spanish stockholm stuttgart sweden swedish swiss switzerland sydney tallinn tampa tamil texas tokyo toronto
turin turkey turkish ukraine ukrainian urdu utah utrecht valencia vancouver victoria vienna vietnam vilnius
virginia wales warsaw washington wellington welsh york zagreb zurich
"""

_TRADE = """
ada adobe agile ai airflow airtable alexa algorithm algorithms analytics android angular ansible apache api
apis app apps arduino asana async auth avro aws azure backend backends backlog backlogs backpressure bash
bayesian benchmark bert bigquery bitbucket blockchain blog blogs bootstrap bugfix bugfixes burndown caching
canban cassandra celery changelog chatbot chatbots checklist checklists chrome ci clickhouse claude cloud
cobol codebase codebases coder confluence conda config configs containerisation containerised containerization
cortana cron crud cryptography css csv cyber cybersecurity dagster dart dashboard dashboards databricks
dataflow dataframe dataset datasets datastore dbt debrief debriefed debug debugged debugging deduplicate
deduplication deserialize dev devops devs django docker dockerised dropdown ecommerce elasticsearch elixir elm
email emails emailed embeddings enum erlang etl excel failover fastapi faq feedback figma fintech firefox
firewall firmware flask flink flutter fortran freelance freelancer freelancing frontend frontends gantt gdpr
genomics git github gitlab gitops google gradle grafana granularity graphql greenfield groovy grpc hackathon
hackathons hadoop hana haskell helm heroku heuristics hibernate hiring homebrew html http https hubspot hugo
hyperparameter idempotence idempotency idempotent impala infosec ingestion ingress intellij internship
internships invoicing ios iot iphone iterator jacoco java javascript jekyll jenkins jetbrains jinja jira json
julia junit jupyter jvm kafka kanban keras keynote keyspace kibana kotlin kpi kpis kubeflow kubernetes
lakehouse lambda laravel latency lidar linkedin linters linux liquibase localisation localization logistic
logistics lookup looker lua macos mailbox mainframe mainframes mapreduce markov matlab maven memcached
messaging metadata metaflow micro microservice microservices microsoft middleware mindset minio mixpanel mlops
mockup mockups mongo mongodb monolith monolithic monorepo moodle mqtt multithreading mvp mysql namespace neo
netsuite neural nginx node nosql notebook notebooks npm numpy oauth observability offboarding okr okrs onboard
onboarded onboarding onsite openshift opensearch optimizer oracle orchestrator orchestration outlook outreach
pandas parquet parser pascal paas payroll perl personas php pipeline pipelines plugin plugins poisson postgres
postgresql powerpoint prefect presto preprint preprocessing prioritisation prioritization prod profiler
prometheus protobuf proxy pulsar puppet pydantic pytest python pytorch quantile rabbitmq rails ramen react
readme recruiter recruiters redis redshift refactor refactored refactoring refactorings regex regression repo
repos resilience retro retros retrospective retrospectives rfc roadmap roadmaps rollback rollbacks rollout
rollouts ruby runbook runbooks rust saas safari sales salesforce sandbox sap sass scala scalability scalable
schema schemas scikit scipy scoping scraping scrum scrums sdk selenium semver sendgrid sentry serverless
servicenow sharding sharepoint shopify shortlist shortlisted siri skillset skillsets slack slas slo slos
smoketest snowflake sonar spark splunk spotify spring sprint sprints spreadsheet sql sqlite sre ssl
stakeholder stakeholders standup standups startup startups stata statistician storybook stripe subnet
subscriber substack supabase svelte swagger swift symfony sysadmin tableau talend taxonomy teams telco
telecoms telehealth telemetry tensorflow terraform testbed testability throughput timeboxing timeline
timelines timeseries timesheet timestamp timestamps timezone timezones tokenizer toolchain tooling topology
touchpoint trello trino triage triaged triaging typescript ubuntu unix unittest upskill upskilling upsell
uptime usability userbase ux vault vercel versioning video virtualisation virtualization vlan voip voicemail
vpn vue walkthrough walkthroughs warehouse warehousing waterfall watson webapp webhook webhooks webinar
webinars webpack webshop websocket websockets whatsapp whiteboard whiteboarding whiteboarded wiki wikipedia
windows wireframe wireframes wordpress workaround workarounds workday workflow workflows workspace workstream
workstreams worktree xcode xero xml yaml youtube zapier zendesk zoom bachelor master phd mba erasmus covid
wifi signup login logout signoff handoff handover offsite teardown deploy deploys rota rotas tradeoff
tradeoffs deepdive bioinformatics biotech proteomics dermatology radiology paediatric phlebotomy haematology
neonatal safeguarding curriculum curricula phonics coursework syllabus montessori barista sommelier
hospitality fundraising fundraiser bookkeeping ledger ledgers reconciliation reconciliations procurement
forklift kaizen gemba takt
"""

CALENDAR = wordset(_MONTHS_AND_DAYS)
PLACES = wordset(_PLACES)
TRADE = wordset(_TRADE)
KNOWN = CALENDAR | PLACES | TRADE
"""Folded words that are neither slips nor, by themselves, anyone's name."""
