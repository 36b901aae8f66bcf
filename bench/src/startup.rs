//! From start to the first healthy answer, and the memory of a server that nobody has asked anything yet.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::time::{Duration, Instant};

use anyhow::{Context, bail};
use opencode_conformance::peers::{Home, Program, Server};

use opencode_bench::report::{Results, Unit, median};

const LIMIT: Duration = Duration::from_secs(60);

pub fn measure(program: &Program, rounds: usize, results: &mut Results) -> anyhow::Result<()> {
    let home = Home::new()?;
    let (first, server) = start(program, &home)?;
    drop(server);
    results.add("first start in a fresh home to healthy", first.as_secs_f64(), Unit::Seconds);
    let mut times = Vec::new();
    let mut memory = None;
    for _ in 0..rounds {
        let (time, server) = start(program, &home)?;
        times.push(time.as_secs_f64());
        memory = Some(server);
    }
    results.add("start to healthy", median(&mut times), Unit::Seconds);
    if let Some(server) = memory {
        settle(&server);
        add_memory(&server, "idle", results);
    }
    Ok(())
}

/// Adds resident and proportional memory, where the kernel tells them.
pub fn add_memory(server: &Server, when: &str, results: &mut Results) {
    for (field, label) in [("Rss", "resident"), ("Pss", "proportional")] {
        if let Some(bytes) = server.memory(field) {
            results.add(&format!("memory {when}, {label}"), bytes as f64, Unit::Bytes);
        }
    }
}

/// Starts a server and asks for its health every millisecond until it says 200.
fn start(program: &Program, home: &Home) -> anyhow::Result<(Duration, Server)> {
    let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
    let command = program.serve(home, port, &[]);
    let started = Instant::now();
    let probe = std::thread::spawn(move || {
        loop {
            if healthy(port).unwrap_or(false) {
                return Ok(started.elapsed());
            }
            if started.elapsed() > LIMIT {
                bail!("not healthy after {LIMIT:?}");
            }
            std::thread::sleep(Duration::from_millis(1));
        }
    });
    let server = Server::spawn(program.name(), command)?;
    let time = probe.join().ok().context("the probe ended")??;
    Ok((time, server))
}

fn healthy(port: u16) -> std::io::Result<bool> {
    let mut socket = TcpStream::connect(SocketAddr::from((Ipv4Addr::LOCALHOST, port)))?;
    socket.set_read_timeout(Some(LIMIT))?;
    socket.write_all(b"GET /global/health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")?;
    let mut status = [0; 12];
    socket.read_exact(&mut status)?;
    Ok(&status == b"HTTP/1.1 200")
}

/// Waits until resident memory has changed by less than 1 % for two seconds, at most for twenty.
fn settle(server: &Server) {
    let mut before = 0.0;
    for _ in 0..10 {
        std::thread::sleep(Duration::from_secs(2));
        let now = server.memory("Rss").unwrap_or(0) as f64;
        if (now - before).abs() <= before * 0.01 {
            return;
        }
        before = now;
    }
}
