//! Announcing the server on the local network, for clients that look for one (`serve --mdns`).

use mdns_sd::{ServiceDaemon, ServiceInfo};

const SERVICE: &str = "_http._tcp.local.";

/// An announcement that lasts as long as this value.
pub(crate) struct Announcement {
    daemon: ServiceDaemon,
    name: String,
}

/// Announces `http://<domain>:<port>/` on every interface but the loopback.
///
/// # Errors
/// When no multicast socket can be opened, or the domain is no name below `.local`.
pub(crate) fn announce(domain: &str, port: u16) -> Result<Announcement, mdns_sd::Error> {
    let host = format!("{}.", domain.trim_end_matches('.'));
    let instance = format!("opencode-{port}");
    let service =
        ServiceInfo::new(SERVICE, &instance, &host, (), port, &[("path", "/")][..])?.enable_addr_auto();
    let name = service.get_fullname().to_owned();
    let daemon = ServiceDaemon::new()?;
    daemon.register(service)?;
    Ok(Announcement { daemon, name })
}

impl Drop for Announcement {
    fn drop(&mut self) {
        // The process ends soon after; a farewell that is lost only leaves the name to expire.
        let _ = self.daemon.unregister(&self.name);
        let _ = self.daemon.shutdown();
    }
}
