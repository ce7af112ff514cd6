package io.sipwright.realtime;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** A carrier that accepts every REGISTER, and keeps what it has heard. */
final class CarrierLog implements AutoCloseable {

    private final OpenRegistrar carrier = new OpenRegistrar();
    private final List<String> heard = new ArrayList<>();
    private final AtomicBoolean over = new AtomicBoolean();
    private final Thread thread = new Thread(this::run);
    private int told;
    private long last = System.nanoTime();

    CarrierLog() {
        thread.start();
    }

    private void run() {
        while (!over.get()) {
            String next = carrier.hears(100);
            if (!next.equals("nothing")) {
                synchronized (this) {
                    heard.add(next);
                    last = System.nanoTime();
                }
            }
        }
    }

    int port() {
        return carrier.port();
    }

    /** What has come since this was asked last, once there is so much of it, all trunks are registered and nothing more comes. */
    List<String> news(int least) {
        MovedWorld.await(() -> isCalm(least));
        synchronized (this) {
            List<String> news = List.copyOf(heard.subList(told, heard.size()));
            told = heard.size();
            return news;
        }
    }

    private synchronized boolean isCalm(int least) {
        boolean registered = !heard.isEmpty() && heard.get(heard.size() - 1).equals("registered");
        return registered && heard.size() - told >= least && System.nanoTime() - last > OpenRegistrar.SOON * 1_000_000L;
    }

    @Override
    public void close() {
        over.set(true);
        try {
            thread.join(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        carrier.close();
    }
}
