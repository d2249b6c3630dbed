// Maintained data: Kyuubi 1.10.3's settings, as of https://kyuubi.readthedocs.io/en/v1.10.3/configuration/settings.html and its entries.
// A key with the flag server is read by the server only: a session cannot set it. Durations are ISO 8601 (PT30S) or a number.
// Columns, separated by tabs: key, type, unit, default, since, flags, allowed, replacement.
// Of a number, allowed is the range in the unit of the key: 1.. is 1 or more; 0,1025..65534 is 0, or one of these.
// A default of "" is the empty text, <computed> depends on the machine, <value of k> is that of the key k.
export const KEYS = `kyuubi.authentication	list		NONE	1.0.0	ignorecase,server	NOSASL,NONE,LDAP,JDBC,KERBEROS,CUSTOM	
kyuubi.authentication.custom.basic.class	class			1.10.0	server		
kyuubi.authentication.custom.bearer.class	class			1.10.0	server		
kyuubi.authentication.custom.class	class			1.3.0	server		
kyuubi.authentication.jdbc.driver.class	class			1.6.0	server		
kyuubi.authentication.jdbc.password	string			1.6.0	server		
kyuubi.authentication.jdbc.query	string			1.6.0	server		
kyuubi.authentication.jdbc.url	string			1.6.0	server		
kyuubi.authentication.jdbc.user	string			1.6.0	server		
kyuubi.authentication.ldap.baseDN	string			1.7.0	server		
kyuubi.authentication.ldap.binddn	string			1.7.0	server		
kyuubi.authentication.ldap.bindpw	string			1.7.0	server		
kyuubi.authentication.ldap.customLDAPQuery	string			1.7.0	server		
kyuubi.authentication.ldap.domain	string			1.0.0	server		
kyuubi.authentication.ldap.groupClassKey	string		groupOfNames	1.7.0	server		
kyuubi.authentication.ldap.groupDNPattern	string			1.7.0	server		
kyuubi.authentication.ldap.groupFilter	list		""	1.7.0	server		
kyuubi.authentication.ldap.groupMembershipKey	string		member	1.7.0	server		
kyuubi.authentication.ldap.guidKey	string		uid	1.2.0	server		
kyuubi.authentication.ldap.url	string			1.0.0	server		
kyuubi.authentication.ldap.userDNPattern	string			1.7.0	server		
kyuubi.authentication.ldap.userFilter	list		""	1.7.0	server		
kyuubi.authentication.ldap.userMembershipKey	string			1.7.0	server		
kyuubi.authentication.sasl.qop	enum		auth	1.0.0	server	auth,auth-int,auth-conf	
kyuubi.backend.engine.exec.pool.keepalive.time	duration	ms	PT1M	1.0.0			
kyuubi.backend.engine.exec.pool.shutdown.timeout	duration	ms	PT10S	1.0.0			
kyuubi.backend.engine.exec.pool.size	int		100	1.0.0			
kyuubi.backend.engine.exec.pool.wait.queue.size	int		100	1.0.0			
kyuubi.backend.server.event.json.log.path	string		file:///tmp/kyuubi/events	1.4.0	server		
kyuubi.backend.server.event.kafka.close.timeout	duration	ms	PT5S	1.8.0	server		
kyuubi.backend.server.event.kafka.topic	string			1.8.0	server		
kyuubi.backend.server.event.loggers	list		""	1.4.0	server		
kyuubi.backend.server.exec.pool.keepalive.time	duration	ms	PT1M	1.0.0			
kyuubi.backend.server.exec.pool.shutdown.timeout	duration	ms	PT10S	1.0.0			
kyuubi.backend.server.exec.pool.size	int		100	1.0.0			
kyuubi.backend.server.exec.pool.wait.queue.size	int		100	1.0.0			
kyuubi.batch.application.check.interval	duration	ms	PT5S	1.6.0			
kyuubi.batch.application.starvation.timeout	duration	ms	PT3M	1.7.0			
kyuubi.batch.check.interval	duration	ms			internal		
kyuubi.batch.conf.ignore.list	list		""	1.6.0			
kyuubi.batch.extra.resource.file.max.size	long		0	1.10.0	server		
kyuubi.batch.impl.version	string			1.8.0	internal,server		
kyuubi.batch.internal.rest.client.connect.timeout	duration	ms			internal,server		
kyuubi.batch.internal.rest.client.request.attempt.wait	duration	ms		1.10.0	internal,server		
kyuubi.batch.internal.rest.client.request.max.attempts	int			1.10.0	internal,server		
kyuubi.batch.internal.rest.client.socket.timeout	duration	ms			internal,server		
kyuubi.batch.resource.file.max.size	long		0	1.10.0	server		
kyuubi.batch.resource.upload.enabled	boolean			1.7.1	internal,server		
kyuubi.batch.session.idle.timeout	duration	ms	PT6H	1.6.2			
kyuubi.batch.submitter.enabled	boolean			1.8.0	internal,server		
kyuubi.batch.submitter.threads	int			1.8.0	internal,server		
kyuubi.config.server.only.prefixes	list			1.11.0	internal,server		
kyuubi.credentials.check.interval	duration	ms	PT5M	1.6.0	server	3001..	
kyuubi.credentials.hadoopfs.enabled	boolean		true	1.4.0			
kyuubi.credentials.hadoopfs.uris	list		""	1.4.0	server		
kyuubi.credentials.hive.enabled	boolean		true	1.4.0			
kyuubi.credentials.idle.timeout	duration	ms	PT6H	1.6.0	server	3000..	
kyuubi.credentials.renewal.interval	duration	ms	PT1H	1.4.0	server		
kyuubi.credentials.renewal.retry.wait	duration	ms	PT1M	1.4.0	server	1..	
kyuubi.credentials.update.wait.timeout	duration	ms	PT1M	1.5.0	server	1..	
kyuubi.ctl.batch.log.on.failure.timeout	duration	ms	PT10S	1.6.1			
kyuubi.ctl.batch.log.query.interval	duration	ms	PT3S	1.6.0			
kyuubi.ctl.rest.auth.schema	string		basic	1.6.0			
kyuubi.ctl.rest.base.url	string			1.6.0			
kyuubi.ctl.rest.connect.timeout	duration	ms	PT30S	1.6.0			
kyuubi.ctl.rest.request.attempt.wait	duration	ms	PT3S	1.6.0			
kyuubi.ctl.rest.request.max.attempts	int		3	1.6.0			
kyuubi.ctl.rest.socket.timeout	duration	ms	PT2M	1.6.0			
kyuubi.ctl.rest.spnego.host	string			1.6.0			
kyuubi.delegation.key.update.interval	duration	ms	PT24H	1.0.0			
kyuubi.delegation.token.gc.interval	duration	ms	PT1H	1.0.0			
kyuubi.delegation.token.max.lifetime	duration	ms	PT168H	1.0.0			
kyuubi.delegation.token.renew.interval	duration	ms	PT168H	1.0.0			
kyuubi.engine.chat.ernie.http.connect.timeout	duration	ms	PT2M	1.9.0			
kyuubi.engine.chat.ernie.http.proxy	string			1.9.0			
kyuubi.engine.chat.ernie.http.socket.timeout	duration	ms	PT2M	1.9.0			
kyuubi.engine.chat.ernie.model	string		completions	1.9.0			
kyuubi.engine.chat.ernie.token	string			1.9.0			
kyuubi.engine.chat.extra.classpath	string			1.8.0			
kyuubi.engine.chat.gpt.apiKey	string			1.8.0			
kyuubi.engine.chat.gpt.http.connect.timeout	duration	ms	PT2M	1.8.0			
kyuubi.engine.chat.gpt.http.proxy	string			1.8.0			
kyuubi.engine.chat.gpt.http.socket.timeout	duration	ms	PT2M	1.8.0			
kyuubi.engine.chat.gpt.model	string		gpt-3.5-turbo	1.8.0			
kyuubi.engine.chat.java.options	string			1.8.0			
kyuubi.engine.chat.memory	string		1g	1.8.0			
kyuubi.engine.chat.provider	string		ECHO	1.8.0			
kyuubi.engine.connection.url.use.hostname	boolean		true	1.3.0	deprecated		kyuubi.frontend.connection.url.use.hostname
kyuubi.engine.deregister.exception.classes	list		""	1.2.0			
kyuubi.engine.deregister.exception.messages	list		""	1.2.0			
kyuubi.engine.deregister.exception.ttl	duration	ms	PT30M	1.2.0		1..	
kyuubi.engine.deregister.job.max.failures	int		4	1.2.0		1..	
kyuubi.engine.doAs.enabled	boolean		true	1.9.0			
kyuubi.engine.event.json.log.path	string		file:///tmp/kyuubi/events	1.3.0			
kyuubi.engine.event.loggers	list		SPARK	1.3.0			
kyuubi.engine.flink.application.jars	string			1.8.0			
kyuubi.engine.flink.doAs.enabled	boolean		false	1.10.0			
kyuubi.engine.flink.doAs.generateTokenFile	boolean			1.10.0	internal		
kyuubi.engine.flink.extra.classpath	string			1.6.0			
kyuubi.engine.flink.initialize.sql	list		SHOW DATABASES	1.8.1			
kyuubi.engine.flink.java.options	string			1.6.0			
kyuubi.engine.flink.memory	string		1g	1.6.0			
kyuubi.engine.hive.deploy.mode	string		LOCAL	1.9.0			
kyuubi.engine.hive.event.loggers	list		JSON	1.7.0			
kyuubi.engine.hive.extra.classpath	string			1.6.0			
kyuubi.engine.hive.java.options	string			1.6.0			
kyuubi.engine.hive.memory	string		1g	1.6.0			
kyuubi.engine.initialize.sql	list		SHOW DATABASES	1.2.0			
kyuubi.engine.jdbc.connection.password	string			1.6.0			
kyuubi.engine.jdbc.connection.propagateCredential	boolean		false	1.8.0			
kyuubi.engine.jdbc.connection.properties	list		""	1.6.0			
kyuubi.engine.jdbc.connection.provider	string			1.6.0			
kyuubi.engine.jdbc.connection.url	string			1.6.0			
kyuubi.engine.jdbc.connection.user	string			1.6.0			
kyuubi.engine.jdbc.deploy.mode	string		LOCAL	1.10.0			
kyuubi.engine.jdbc.driver.class	class			1.6.0			
kyuubi.engine.jdbc.extra.classpath	string			1.6.0			
kyuubi.engine.jdbc.fetch.size	int		1000	1.9.0			
kyuubi.engine.jdbc.initialize.sql	list		SELECT 1	1.8.0			
kyuubi.engine.jdbc.java.options	string			1.6.0			
kyuubi.engine.jdbc.memory	string		1g	1.6.0			
kyuubi.engine.jdbc.operation.incremental.collect	boolean		false	1.10.0			
kyuubi.engine.jdbc.session.initialize.sql	list		""	1.8.0			
kyuubi.engine.jdbc.type	string			1.6.0			
kyuubi.engine.keytab	string			1.10.0			
kyuubi.engine.kubernetes.submit.timeout	duration	ms	PT30S	1.7.2			
kyuubi.engine.operation.convert.catalog.database.enabled	boolean		true	1.6.0			
kyuubi.engine.operation.log.dir.root	string		engine_operation_logs	1.4.0			
kyuubi.engine.pool.ignoreSubdomain	boolean			1.7.0	internal		
kyuubi.engine.pool.name	string		engine-pool	1.5.0			
kyuubi.engine.pool.selectPolicy	enum		RANDOM	1.7.0	ignorecase	RANDOM,POLLING	
kyuubi.engine.pool.size	int		-1	1.4.0			
kyuubi.engine.pool.size.threshold	int		9	1.4.0	server	1..32	
kyuubi.engine.principal	string			1.10.0			
kyuubi.engine.security.crypto.cipher	string			1.5.0	internal		
kyuubi.engine.security.crypto.ivLength	int			1.5.0	internal		
kyuubi.engine.security.crypto.keyAlgorithm	string			1.5.0	internal		
kyuubi.engine.security.crypto.keyLength	int			1.5.0	internal	128,192,256	
kyuubi.engine.security.enabled	boolean			1.5.0	internal		
kyuubi.engine.security.secret.provider	string			1.5.0	internal		
kyuubi.engine.security.secret.provider.simple.secret	string			1.7.0	internal		
kyuubi.engine.security.token.max.lifetime	duration	ms		1.5.0	internal		
kyuubi.engine.session.initialize.sql	list		""	1.3.0			
kyuubi.engine.share.level	enum		USER	1.2.0	ignorecase	CONNECTION,USER,GROUP,SERVER	
kyuubi.engine.share.level.sub.domain	string			1.2.0	deprecated		kyuubi.engine.share.level.subdomain
kyuubi.engine.share.level.subdomain	string			1.4.0			
kyuubi.engine.single.spark.session	boolean		false	1.3.0			
kyuubi.engine.spark.event.loggers	list		SPARK	1.7.0			
kyuubi.engine.spark.initialize.sql	list		SHOW DATABASES	1.8.1			
kyuubi.engine.spark.operation.incremental.collect	boolean		false	1.10.0			
kyuubi.engine.spark.operation.incremental.collect.cancelJobGroupAfterExecutionFinished	boolean			1.9.2	internal		
kyuubi.engine.spark.output.mode	string		AUTO	1.9.0			
kyuubi.engine.spark.python.env.archive	string			1.7.0			
kyuubi.engine.spark.python.env.archive.exec.path	string		bin/python	1.7.0			
kyuubi.engine.spark.python.home.archive	string			1.7.0			
kyuubi.engine.spark.python.magic.enabled	boolean			1.9.0	internal		
kyuubi.engine.spark.register.attributes	list			1.8.0	internal		
kyuubi.engine.submit.timeout	duration	ms	PT30S	1.7.1			
kyuubi.engine.trino.connection.insecure.enabled	boolean		false	1.9.2			
kyuubi.engine.trino.connection.keystore.password	string			1.8.0			
kyuubi.engine.trino.connection.keystore.path	string			1.8.0			
kyuubi.engine.trino.connection.keystore.type	string			1.8.0			
kyuubi.engine.trino.connection.password	string			1.8.0			
kyuubi.engine.trino.connection.truststore.password	string			1.8.0			
kyuubi.engine.trino.connection.truststore.path	string			1.8.0			
kyuubi.engine.trino.connection.truststore.type	string			1.8.0			
kyuubi.engine.trino.connection.user	string			1.9.0			
kyuubi.engine.trino.event.loggers	list		JSON	1.7.0			
kyuubi.engine.trino.extra.classpath	string			1.6.0			
kyuubi.engine.trino.java.options	string			1.6.0			
kyuubi.engine.trino.memory	string		1g	1.6.0			
kyuubi.engine.trino.operation.incremental.collect	boolean		false	1.10.0			
kyuubi.engine.type	enum		SPARK_SQL	1.4.0	ignorecase	SPARK_SQL,FLINK_SQL,CHAT,TRINO,HIVE_SQL,JDBC	
kyuubi.engine.ui.retainedSessions	int		200	1.4.0		1..	
kyuubi.engine.ui.retainedStatements	int		200	1.4.0		1..	
kyuubi.engine.ui.stop.enabled	boolean		true	1.3.0			
kyuubi.engine.user.isolated.spark.session	boolean		true	1.6.0			
kyuubi.engine.user.isolated.spark.session.idle.interval	duration	ms	PT1M	1.6.0			
kyuubi.engine.user.isolated.spark.session.idle.timeout	duration	ms	PT6H	1.6.0			
kyuubi.engine.yarn.app.name	string			1.9.0			
kyuubi.engine.yarn.cores	int		1	1.9.0			
kyuubi.engine.yarn.java.options	string			1.9.0			
kyuubi.engine.yarn.memory	int		1024	1.9.0			
kyuubi.engine.yarn.priority	int			1.9.0			
kyuubi.engine.yarn.queue	string		default	1.9.0			
kyuubi.engine.yarn.stagingDir	string			1.9.0			
kyuubi.engine.yarn.submit.timeout	duration	ms	PT30S	1.7.2			
kyuubi.engine.yarn.tags	list			1.9.0			
kyuubi.event.async.pool.keepalive.time	duration	ms	PT1M	1.7.0			
kyuubi.event.async.pool.size	int		8	1.7.0			
kyuubi.event.async.pool.wait.queue.size	int		100	1.7.0			
kyuubi.frontend.advertised.host	string			1.8.0	server		
kyuubi.frontend.bind.host	string			1.0.0	server		
kyuubi.frontend.bind.port	int		10009	1.0.0	server,deprecated	0,1025..65534	kyuubi.frontend.thrift.binary.bind.port
kyuubi.frontend.connection.url.use.hostname	boolean		true	1.5.0			
kyuubi.frontend.jetty.sendVersion.enabled	boolean		true	1.9.3	server		
kyuubi.frontend.max.message.size	int		104857600	1.0.0	deprecated		kyuubi.frontend.thrift.max.message.size
kyuubi.frontend.max.worker.threads	int		999	1.0.0	deprecated		kyuubi.frontend.thrift.max.worker.threads
kyuubi.frontend.min.worker.threads	int		9	1.0.0	deprecated		kyuubi.frontend.thrift.min.worker.threads
kyuubi.frontend.mysql.bind.host	string			1.4.0	server		
kyuubi.frontend.mysql.bind.port	int		3309	1.4.0	server	0,1025..65534	
kyuubi.frontend.mysql.max.worker.threads	int		999	1.4.0	server		
kyuubi.frontend.mysql.min.worker.threads	int		9	1.4.0	server		
kyuubi.frontend.mysql.netty.worker.threads	int			1.4.0	server		
kyuubi.frontend.mysql.worker.keepalive.time	duration	ms	PT1M	1.4.0	server		
kyuubi.frontend.protocols	list		THRIFT_BINARY,REST	1.4.0	ignorecase,server	THRIFT_BINARY,THRIFT_HTTP,REST,MYSQL,TRINO	
kyuubi.frontend.proxy.http.client.ip.header	string		X-Real-IP	1.6.0	server		
kyuubi.frontend.rest.bind.host	string			1.4.0	server		
kyuubi.frontend.rest.bind.port	int		10099	1.4.0	server	0,1025..65534	
kyuubi.frontend.rest.jetty.stopTimeout	duration	ms	PT5S	1.8.1	server		
kyuubi.frontend.rest.max.worker.threads	int		999	1.6.2	server		
kyuubi.frontend.rest.proxy.jetty.client.idleTimeout	duration	ms	PT30S	1.10.0	server		
kyuubi.frontend.rest.proxy.jetty.client.maxConnections	int		32768	1.10.0	server		
kyuubi.frontend.rest.proxy.jetty.client.maxThreads	int		256	1.10.0	server		
kyuubi.frontend.rest.proxy.jetty.client.requestBufferSize	int		4096	1.10.0	server		
kyuubi.frontend.rest.proxy.jetty.client.responseBufferSize	int		4096	1.10.0	server		
kyuubi.frontend.rest.proxy.jetty.client.timeout	duration	ms	PT60S	1.10.0	server		
kyuubi.frontend.rest.ui.enabled	boolean		true	1.10.0	server		
kyuubi.frontend.ssl.keystore.algorithm	string			1.7.0	server		
kyuubi.frontend.ssl.keystore.password	string			1.7.0	server		
kyuubi.frontend.ssl.keystore.path	string			1.7.0	server		
kyuubi.frontend.ssl.keystore.type	string			1.7.0	server		
kyuubi.frontend.thrift.binary.bind.host	string			1.4.0	server		
kyuubi.frontend.thrift.binary.bind.port	int		10009	1.4.0	server	0,1025..65534	
kyuubi.frontend.thrift.binary.ssl.disallowed.protocols	list		SSLv2,SSLv3	1.7.0	server		
kyuubi.frontend.thrift.binary.ssl.enabled	boolean		false	1.7.0	server		
kyuubi.frontend.thrift.binary.ssl.include.ciphersuites	list		""	1.7.0	server		
kyuubi.frontend.thrift.client.max.message.size	int		1073741824	1.9.3			
kyuubi.frontend.thrift.http.bind.host	string			1.6.0	server		
kyuubi.frontend.thrift.http.bind.port	int		10010	1.6.0	server	0,1025..65534	
kyuubi.frontend.thrift.http.compression.enabled	boolean		true	1.6.0	server		
kyuubi.frontend.thrift.http.cookie.auth.enabled	boolean		true	1.6.0	server		
kyuubi.frontend.thrift.http.cookie.domain	string			1.6.0	server		
kyuubi.frontend.thrift.http.cookie.is.httponly	boolean		true	1.6.0	server		
kyuubi.frontend.thrift.http.cookie.max.age	int		86400	1.6.0	server		
kyuubi.frontend.thrift.http.cookie.path	string			1.6.0	server		
kyuubi.frontend.thrift.http.max.idle.time	duration	ms	PT30M	1.6.0	server		
kyuubi.frontend.thrift.http.path	string		cliservice	1.6.0	server		
kyuubi.frontend.thrift.http.request.header.size	int		6144	1.6.0	server		
kyuubi.frontend.thrift.http.response.header.size	int		6144	1.6.0	server		
kyuubi.frontend.thrift.http.ssl.exclude.ciphersuites	list		""	1.7.0	server		
kyuubi.frontend.thrift.http.ssl.keystore.password	string			1.6.0	server		
kyuubi.frontend.thrift.http.ssl.keystore.path	string			1.6.0	server		
kyuubi.frontend.thrift.http.ssl.protocol.blacklist	list		SSLv2,SSLv3	1.6.0	server		
kyuubi.frontend.thrift.http.use.SSL	boolean		false	1.6.0	server		
kyuubi.frontend.thrift.http.xsrf.filter.enabled	boolean		false	1.6.0	server		
kyuubi.frontend.thrift.max.message.size	int		104857600	1.4.0			
kyuubi.frontend.thrift.max.worker.threads	int		999	1.4.0			
kyuubi.frontend.thrift.min.worker.threads	int		9	1.4.0			
kyuubi.frontend.thrift.worker.keepalive.time	duration	ms	PT1M	1.4.0			
kyuubi.frontend.trino.bind.host	string			1.7.0	server		
kyuubi.frontend.trino.bind.port	int		10999	1.7.0	server	0,1025..65534	
kyuubi.frontend.trino.jetty.stopTimeout	duration	ms	PT5S	1.8.1	server		
kyuubi.frontend.trino.max.worker.threads	int		999	1.7.0	server		
kyuubi.frontend.worker.keepalive.time	duration	ms	PT1M	1.0.0	deprecated		kyuubi.frontend.thrift.worker.keepalive.time
kyuubi.ha.addresses	string		""	1.6.0			
kyuubi.ha.client.class	class		org.apache.kyuubi.ha.client.zookeeper.ZookeeperDiscoveryClient	1.6.0			
kyuubi.ha.engine.ref.id	string			1.3.2	internal		
kyuubi.ha.etcd.lease.timeout	duration	ms	PT10S	1.6.0			
kyuubi.ha.etcd.ssl.ca.path	string			1.6.0			
kyuubi.ha.etcd.ssl.client.certificate.path	string			1.6.0			
kyuubi.ha.etcd.ssl.client.key.path	string			1.6.0			
kyuubi.ha.etcd.ssl.enabled	boolean		false	1.6.0			
kyuubi.ha.namespace	string		kyuubi	1.6.0			
kyuubi.ha.zookeeper.acl.enabled	boolean		false	1.0.0	deprecated		kyuubi.ha.zookeeper.auth.type
kyuubi.ha.zookeeper.auth.digest	string			1.3.2			
kyuubi.ha.zookeeper.auth.keytab	string			1.3.2			
kyuubi.ha.zookeeper.auth.principal	string			1.3.2			
kyuubi.ha.zookeeper.auth.serverPrincipal	string			1.8.0			
kyuubi.ha.zookeeper.auth.type	string		NONE	1.3.2			
kyuubi.ha.zookeeper.connection.base.retry.wait	int		1000	1.0.0			
kyuubi.ha.zookeeper.connection.max.retries	int		3	1.0.0			
kyuubi.ha.zookeeper.connection.max.retry.wait	int		30000	1.0.0			
kyuubi.ha.zookeeper.connection.retry.policy	string		EXPONENTIAL_BACKOFF	1.0.0			
kyuubi.ha.zookeeper.connection.timeout	int		15000	1.0.0			
kyuubi.ha.zookeeper.engine.auth.type	string		NONE	1.3.2			
kyuubi.ha.zookeeper.engine.secure.secret.node	string			1.5.0	internal		
kyuubi.ha.zookeeper.namespace	string		kyuubi	1.0.0	deprecated		kyuubi.ha.namespace
kyuubi.ha.zookeeper.node.creation.timeout	duration	ms	PT2M	1.2.0			
kyuubi.ha.zookeeper.publish.configs	boolean		false	1.4.0			
kyuubi.ha.zookeeper.quorum	string		""	1.0.0	deprecated		kyuubi.ha.addresses
kyuubi.ha.zookeeper.session.timeout	int		60000	1.0.0			
kyuubi.kinit.interval	duration	ms	PT1H	1.0.0	server		
kyuubi.kinit.keytab	string			1.0.0	server		
kyuubi.kinit.max.attempts	int		10	1.0.0	server		
kyuubi.kinit.principal	string			1.0.0	server		
kyuubi.kubernetes.application.state.container	string		spark-kubernetes-driver	1.8.1			
kyuubi.kubernetes.application.state.source	enum		POD	1.8.1		POD,CONTAINER	
kyuubi.kubernetes.authenticate.caCertFile	string			1.7.0			
kyuubi.kubernetes.authenticate.clientCertFile	string			1.7.0			
kyuubi.kubernetes.authenticate.clientKeyFile	string			1.7.0			
kyuubi.kubernetes.authenticate.oauthToken	string			1.7.0			
kyuubi.kubernetes.authenticate.oauthTokenFile	string			1.7.0			
kyuubi.kubernetes.client.initialize.list	list		""	1.11.0	server		
kyuubi.kubernetes.context	string			1.6.0			
kyuubi.kubernetes.context.allow.list	list		""	1.8.0	server		
kyuubi.kubernetes.master.address	string			1.7.0			
kyuubi.kubernetes.namespace	string		default	1.7.0			
kyuubi.kubernetes.namespace.allow.list	list		""	1.8.0	server		
kyuubi.kubernetes.spark.appUrlPattern	string		http://{{SPARK_DRIVER_SVC}}.{{KUBERNETES_NAMESPACE}}.svc:{{SPARK_UI_PORT}}	1.10.0			
kyuubi.kubernetes.spark.cleanupTerminatedDriverPod.checkInterval	duration	ms	PT1M	1.8.1			
kyuubi.kubernetes.spark.cleanupTerminatedDriverPod.kind	string		NONE	1.8.1			
kyuubi.kubernetes.spark.forciblyRewriteDriverPodName.enabled	boolean		false	1.8.1			
kyuubi.kubernetes.spark.forciblyRewriteExecutorPodNamePrefix.enabled	boolean		false	1.8.1			
kyuubi.kubernetes.terminatedApplicationRetainPeriod	duration	ms	PT5M	1.7.1		1..	
kyuubi.kubernetes.trust.certificates	boolean		false	1.7.0			
kyuubi.lineage.parser.plugin.provider	string		org.apache.kyuubi.plugin.lineage.LineageParserProvider	1.8.0			
kyuubi.metadata.cleaner.enabled	boolean		true	1.6.0			
kyuubi.metadata.cleaner.interval	duration	ms	PT30M	1.6.0	server		
kyuubi.metadata.max.age	duration	ms	PT72H	1.6.0	server		
kyuubi.metadata.recovery.threads	int		10	1.6.0	server		
kyuubi.metadata.recovery.waitEngineSubmission	boolean		false	1.10.3	server		
kyuubi.metadata.request.async.retry.enabled	boolean		true	1.7.0	server		
kyuubi.metadata.request.async.retry.queue.size	int		65536	1.6.0	server		
kyuubi.metadata.request.async.retry.threads	int		10	1.6.0	server		
kyuubi.metadata.request.retry.interval	duration	ms	PT5S	1.6.0	server		
kyuubi.metadata.search.window	duration	ms		1.10.1	server	1..	
kyuubi.metadata.store.class	class		org.apache.kyuubi.server.metadata.jdbc.JDBCMetadataStore	1.6.0			
kyuubi.metadata.store.jdbc.database.schema.init	boolean		true	1.6.0	server		
kyuubi.metadata.store.jdbc.database.type	string		SQLITE	1.6.0	server		
kyuubi.metadata.store.jdbc.driver	string			1.6.0	server		
kyuubi.metadata.store.jdbc.password	string		""	1.6.0	server		
kyuubi.metadata.store.jdbc.priority.enabled	boolean		false	1.8.0	server		
kyuubi.metadata.store.jdbc.url	string		jdbc:sqlite:<KYUUBI_HOME>/kyuubi_state_store.db	1.6.0	server		
kyuubi.metadata.store.jdbc.user	string		""	1.6.0	server		
kyuubi.metrics.console.interval	duration	ms	PT5S	1.2.0			
kyuubi.metrics.enabled	boolean		true	1.2.0			
kyuubi.metrics.json.interval	duration	ms	PT5S	1.2.0			
kyuubi.metrics.json.location	string		metrics	1.2.0			
kyuubi.metrics.prometheus.labels.instance.enabled	boolean		false	1.10.2			
kyuubi.metrics.prometheus.path	string		/metrics	1.2.0			
kyuubi.metrics.prometheus.port	int		10019	1.2.0			
kyuubi.metrics.reporters	list		PROMETHEUS	1.2.0			
kyuubi.metrics.slf4j.interval	duration	ms	PT5S	1.2.0			
kyuubi.operation.getTables.ignoreTableProperties	boolean		false	1.8.0			
kyuubi.operation.idle.timeout	duration	ms	PT3H	1.0.0			
kyuubi.operation.incremental.collect	boolean			1.4.0	internal		
kyuubi.operation.interrupt.on.cancel	boolean		true	1.2.0			
kyuubi.operation.language	enum		SQL	1.5.0	ignorecase	PYTHON,SQL,SCALA,UNKNOWN	
kyuubi.operation.log.dir.root	string		server_operation_logs	1.4.0	server		
kyuubi.operation.plan.only.excludes	list		SetCatalogAndNamespace,UseStatement,SetNamespaceCommand,SetCommand,ResetCommand	1.5.0			
kyuubi.operation.plan.only.mode	string		none	1.4.0			
kyuubi.operation.plan.only.output.style	enum		plain	1.7.0	ignorecase	PLAIN,JSON	
kyuubi.operation.progress.enabled	boolean		false	1.6.0			
kyuubi.operation.query.timeout	duration	ms		1.2.0		1000..	
kyuubi.operation.query.timeout.monitor.enabled	boolean			1.8.0	internal,server		
kyuubi.operation.result.arrow.timestampAsString	boolean		false	1.7.0			
kyuubi.operation.result.format	enum		thrift	1.7.0		arrow,thrift	
kyuubi.operation.result.max.rows	int		0	1.6.0			
kyuubi.operation.result.saveToFile.dir	string		/tmp/kyuubi/tmp_kyuubi_result	1.9.0			
kyuubi.operation.result.saveToFile.enabled	boolean		false	1.9.0			
kyuubi.operation.result.saveToFile.minRows	long		10000	1.9.1		1..	
kyuubi.operation.result.saveToFile.minSize	long		209715200	1.9.0		1..	
kyuubi.operation.scheduler.pool	string			1.1.1			
kyuubi.operation.spark.listener.enabled	boolean		true	1.6.0			
kyuubi.operation.status.polling.timeout	duration	ms	PT5S	1.0.0			
kyuubi.operation.status.update.interval	duration	ms		1.7.0	internal		
kyuubi.server.administrators	list		""	1.8.0	server		
kyuubi.server.info.provider	string		ENGINE	1.6.1	server		
kyuubi.server.limit.batch.connections.per.ipaddress	int			1.7.0	server		
kyuubi.server.limit.batch.connections.per.user	int			1.7.0	server		
kyuubi.server.limit.batch.connections.per.user.ipaddress	int			1.7.0	server		
kyuubi.server.limit.client.fetch.max.rows	int			1.8.0	server		
kyuubi.server.limit.connections.ip.deny.list	list		""	1.9.1	server		
kyuubi.server.limit.connections.per.ipaddress	int			1.6.0	server		
kyuubi.server.limit.connections.per.user	int			1.6.0	server		
kyuubi.server.limit.connections.per.user.ipaddress	int			1.6.0	server		
kyuubi.server.limit.connections.user.deny.list	list		""	1.8.0	server		
kyuubi.server.limit.connections.user.unlimited.list	list		""	1.7.0	server		
kyuubi.server.limit.engine.startup	int			1.8.0	internal,server		
kyuubi.server.name	string			1.5.0	server		
kyuubi.server.periodicGC.interval	duration	ms	PT30M	1.7.0	server		
kyuubi.server.redaction.regex	string			1.6.0	server		
kyuubi.server.tempFile.expireTime	duration	ms	P30D	1.10.0	server		
kyuubi.server.tempFile.maxCount	int			1.10.0	server		
kyuubi.server.thrift.resultset.default.fetch.size	int		1000	1.9.1	server		
kyuubi.session.check.interval	duration	ms	PT5M	1.0.0		3001..	
kyuubi.session.close.on.disconnect	boolean		true	1.8.0			
kyuubi.session.conf.advisor	list			1.5.0			
kyuubi.session.conf.file.reload.interval	duration	ms	PT10M	1.7.0			
kyuubi.session.conf.ignore.list	list		""	1.2.0			
kyuubi.session.conf.profile	list			1.7.0			
kyuubi.session.conf.restrict.list	list		""	1.2.0			
kyuubi.session.engine.alive.max.failures	int		3	1.8.1		1..	
kyuubi.session.engine.alive.probe.enabled	boolean		false	1.6.0			
kyuubi.session.engine.alive.probe.interval	duration	ms	PT10S	1.6.0			
kyuubi.session.engine.alive.timeout	duration	ms	PT2M	1.6.0			
kyuubi.session.engine.check.interval	duration	ms	PT1M	1.0.0		1000..	
kyuubi.session.engine.flink.fetch.timeout	duration	ms		1.8.0			
kyuubi.session.engine.flink.initialize.sql	list		""	1.8.1			
kyuubi.session.engine.flink.main.resource	string			1.4.0			
kyuubi.session.engine.flink.max.rows	int		1000000	1.5.0			
kyuubi.session.engine.hive.main.resource	string			1.6.0			
kyuubi.session.engine.idle.timeout	duration	ms	PT30M	1.0.0			
kyuubi.session.engine.initialize.timeout	duration	ms	PT3M	1.0.0			
kyuubi.session.engine.launch.async	boolean		true	1.4.0			
kyuubi.session.engine.log.timeout	duration	ms	PT24H	1.1.0		1..	
kyuubi.session.engine.login.timeout	duration	ms	PT15S	1.0.0			
kyuubi.session.engine.open.max.attempts	int		9	1.7.0			
kyuubi.session.engine.open.onFailure	string		RETRY	1.8.1			
kyuubi.session.engine.open.retry.wait	duration	ms	PT10S	1.7.0			
kyuubi.session.engine.share.level	enum		USER	1.0.0	ignorecase,deprecated	CONNECTION,USER,GROUP,SERVER	kyuubi.engine.share.level
kyuubi.session.engine.spark.initialize.sql	list		""	1.8.1			
kyuubi.session.engine.spark.main.resource	string			1.0.0			
kyuubi.session.engine.spark.max.initial.wait	duration	ms	PT1M	1.8.0			
kyuubi.session.engine.spark.max.lifetime	duration	ms	PT0S	1.6.0			
kyuubi.session.engine.spark.max.lifetime.gracefulPeriod	duration	ms	PT0S	1.8.1			
kyuubi.session.engine.spark.progress.timeFormat	string		yyyy-MM-dd HH:mm:ss.SSS	1.6.0			
kyuubi.session.engine.spark.progress.update.interval	duration	ms	PT1S	1.6.0		200..	
kyuubi.session.engine.spark.showProgress	boolean		false	1.6.0			
kyuubi.session.engine.startup.destroy.timeout	duration	ms	PT5S	1.8.0			
kyuubi.session.engine.startup.error.max.size	int		8192	1.1.0		200..8192	
kyuubi.session.engine.startup.maxLogLines	int		10	1.4.0		1..	
kyuubi.session.engine.startup.waitCompletion	boolean		true	1.5.0			
kyuubi.session.engine.trino.connection.catalog	string			1.5.0			
kyuubi.session.engine.trino.connection.url	string			1.5.0			
kyuubi.session.engine.trino.main.resource	string			1.5.0			
kyuubi.session.engine.trino.progress.update.interval	duration	ms	PT1S	1.10.0		200..	
kyuubi.session.engine.trino.showProgress	boolean		true	1.6.0			
kyuubi.session.engine.trino.showProgress.debug	boolean		false	1.6.0			
kyuubi.session.group.provider	string		hadoop	1.7.0			
kyuubi.session.idle.timeout	duration	ms	PT6H	1.2.0			
kyuubi.session.local.dir.allow.list	list		""	1.6.0	server		
kyuubi.session.name	string			1.4.0			
kyuubi.session.proxy.user	string			1.9.0			
kyuubi.session.timeout	duration	ms	PT6H	1.0.0	deprecated	3000..	kyuubi.session.idle.timeout
kyuubi.session.user.sign.enabled	boolean		false	1.7.0			
kyuubi.spnego.keytab	string			1.6.0	server		
kyuubi.spnego.principal	string			1.6.0	server		
kyuubi.yarn.user.admin	string		yarn	1.8.0			
kyuubi.yarn.user.strategy	enum		NONE	1.8.0		NONE,ADMIN,OWNER	
kyuubi.zookeeper.embedded.client.port	int		2181	1.2.0			
kyuubi.zookeeper.embedded.client.port.address	string			1.2.0			
kyuubi.zookeeper.embedded.client.use.hostname	boolean		false	1.7.2			
kyuubi.zookeeper.embedded.data.dir	string		embedded_zookeeper	1.2.0			
kyuubi.zookeeper.embedded.data.log.dir	string		embedded_zookeeper	1.2.0			
kyuubi.zookeeper.embedded.directory	string		embedded_zookeeper	1.0.0	deprecated		kyuubi.zookeeper.embedded.data.dir
kyuubi.zookeeper.embedded.max.client.connections	int		120	1.2.0			
kyuubi.zookeeper.embedded.max.session.timeout	int		60000	1.2.0			
kyuubi.zookeeper.embedded.min.session.timeout	int		6000	1.2.0			
kyuubi.zookeeper.embedded.port	int		2181	1.0.0	deprecated		kyuubi.zookeeper.embedded.client.port
kyuubi.zookeeper.embedded.tick.time	int		3000	1.2.0			`;
