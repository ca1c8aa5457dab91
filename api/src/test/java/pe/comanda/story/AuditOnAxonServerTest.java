package pe.comanda.story;

import pe.comanda.OnAxonServer;

/** The history as auditors read it, out of Axon Server. */
@OnAxonServer
class AuditOnAxonServerTest extends AuditTest {}
